"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";
import { useWaiting } from "./use-waiting";

/** A report that is on its way waits too, but not for so long. */
const onItsWayMs = 3000;

/** On the patient's pages: what this phone has not sent yet, and what did not reach the record. Nothing on the server, and where there is neither. */
export function WaitingNote() {
  const t = useTranslations("patient.offline");
  const { reports, lost } = useWaiting();
  const waits = useStill(reports.length > 0);
  return (
    <>
      {waits ? (
        <Notice isLive shape={<Icon name="offline" size={22} />} title={t("shellWaiting", { count: reports.length })} />
      ) : null}
      {lost > 0 ? (
        <Notice
          actions={<Button onClick={() => void forget()}>{t("shellLostSeen")}</Button>}
          isLive
          title={t("shellLost", { count: lost })}
          tone="warn"
        >
          {t("shellLostBody")}
        </Notice>
      ) : null}
    </>
  );
}

/** True once it has been so for a while. */
function useStill(isSo: boolean): boolean {
  const [isStill, setStill] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setStill(isSo), isSo ? onItsWayMs : 0);
    return () => clearTimeout(timer);
  }, [isSo]);
  return isSo && isStill;
}

async function forget(): Promise<void> {
  const { forgetLost } = await import("@/lib/offline/queue");
  await forgetLost();
}
