"use client";

import { useTranslations } from "next-intl";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";
import { useWaiting } from "./use-waiting";

/** On the patient's pages: what this phone has not sent yet. Nothing on the server, and where nothing waits. */
export function WaitingNote() {
  const t = useTranslations("patient.offline");
  const { reports } = useWaiting();
  if (reports.length === 0) return null;
  return (
    <Notice isLive shape={<Icon name="offline" size={22} />} title={t("shellWaiting", { count: reports.length })} />
  );
}
