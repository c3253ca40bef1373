"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { OfflineFrame } from "./offline-frame";
import { OfflineMessage } from "./offline-message";
import { OfflinePlace } from "./offline-place";
import { followLink } from "./follow-link";
import { useKept } from "./use-kept";
import { useNetwork } from "./use-network";
import { usePlace } from "./use-place";

/** The patient's pages without network, from what this phone keeps. Links lead on here while there is none, and to the server's pages after. */
export function OfflineShell() {
  const t = useTranslations("patient.offline");
  const kept = useKept();
  const at = usePlace();
  const network = useNetwork();
  const shown = useRef<HTMLDivElement>(null);
  const isBack = network.state === "back";
  const address = at?.href;
  const before = useRef<string>(undefined);
  useEffect(() => {
    // A new place is read from its heading on, as a new page would be.
    if (before.current !== undefined && address !== before.current) {
      const heading = shown.current?.querySelector<HTMLElement>("h1");
      heading?.setAttribute("tabindex", "-1");
      heading?.focus({ preventScroll: true });
    }
    before.current = address;
  }, [address]);
  return (
    <div onClickCapture={(event) => followLink(event, isBack)} ref={shown}>
      {kept === null || at === null ? (
        <OfflineFrame current="today">
          <title>{`${t("shellTitle")} · Phasewise`}</title>
          <p role="status">{t("shellLoading")}</p>
        </OfflineFrame>
      ) : kept.plan === null ? (
        <OfflineFrame current="today">
          <OfflineMessage
            clinic={kept.clinic}
            hasWayToToday={isBack}
            title={t(kept.clinic === null ? "shellNoneTitle" : "shellOldTitle")}
          >
            <p>{t(kept.clinic === null ? "shellNoneBody" : "shellOldBody")}</p>
          </OfflineMessage>
        </OfflineFrame>
      ) : (
        <OfflinePlace at={at} kept={kept} network={network} />
      )}
    </div>
  );
}
