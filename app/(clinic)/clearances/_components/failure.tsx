"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/action";
import { clearanceStates } from "@/lib/clinical/facts";

export type FailedDecision = Exclude<ActionResult<unknown>, { status: "done" } | { status: "invalid" }>;

const standing = z.object({
  state: z.enum(clearanceStates),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
});

/** Why nothing was signed. On a conflict both states are there: what stands now, and what was typed. */
export function Failure({ failed }: { failed: FailedDecision }) {
  const t = useTranslations("clearances.failed");
  const status = useTranslations("status.clearance");
  const format = useFormatter();
  const router = useRouter();
  const reload = <Button onClick={() => router.refresh()}>{t("reload")}</Button>;
  switch (failed.status) {
    case "conflict": {
      if (failed.what === "evidence") {
        return (
          <Notice actions={reload} isLive title={t("evidence")} tone="warn">
            {t("evidenceBody")}
          </Notice>
        );
      }
      const now = standing.safeParse(failed.current).data;
      const when = now?.decidedAt ? format.dateTime(new Date(now.decidedAt), "dayTime") : "";
      return (
        <Notice actions={reload} isLive title={t("conflict", { by: now?.decidedBy ?? t("somebody") })} tone="warn">
          {now ? t("conflictBody", { state: status(now.state), when }) : null}
        </Notice>
      );
    }
    case "too-many":
      return <Notice isLive title={t("tooMany", { minutes: Math.ceil(failed.retryAfterSec / 60) })} tone="stop" />;
    case "refused":
      return <Notice actions={reload} isLive title={t("refused")} tone="stop" />;
    case "not-found":
      return <Notice isLive title={t("gone")} tone="stop" />;
  }
}
