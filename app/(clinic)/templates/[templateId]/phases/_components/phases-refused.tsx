"use client";

import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { PhasesAnswer } from "./phase-answer";

/** Somebody else changed the draft, or it is no longer open: the page around it shows what stands. */
export function PhasesRefused({ status }: Pick<PhasesAnswer, "status">) {
  const t = useTranslations("templateEditor.conflict");
  if (status === "conflict") return <Notice isLive title={t("moved")} tone="warn" />;
  return status === "not-found" ? <Notice isLive title={t("gone")} tone="stop" /> : null;
}
