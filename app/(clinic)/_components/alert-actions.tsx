"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/action";
import { acknowledge, resolve } from "./actions";
import { ReasonForm } from "./reason-form";

/** What can be done about an alert, where it stands: take it on, call, close it with a reason. */
export function AlertActions({
  alert,
  patientName,
  phone,
}: {
  alert: {
    id: string;
    version: number;
    state: "open" | "acknowledged";
    acknowledgedBy: string | null;
    acknowledgedAt: string | null;
  };
  patientName: string;
  phone: string | null;
}) {
  const t = useTranslations("patientRecord");
  const format = useFormatter();
  const [answer, setAnswer] = useState<ActionResult<unknown> | null>(null);
  const [isResolving, setIsResolving] = useState(false);
  const [isPending, startTransition] = useTransition();
  const { id: alertId, version } = alert;
  const takeOn = () => startTransition(async () => setAnswer(await acknowledge({ alertId, version })));
  return (
    <div className="grid min-w-0 content-center gap-2">
      {answer === null || answer.status === "done" ? null : (
        <Notice isLive title={t(answer.status === "conflict" ? "alert.conflict" : "alert.failed")} tone="warn" />
      )}
      {alert.state === "acknowledged" ? (
        <p className="text-ink-2" role="status">
          {t("alert.acknowledgedBy", {
            name: alert.acknowledgedBy ?? "",
            when: alert.acknowledgedAt === null ? "" : format.relativeTime(new Date(alert.acknowledgedAt)),
          })}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {alert.state === "open" ? (
          <Button data-act="acknowledge" hotkey="a" isPending={isPending} onClick={takeOn} variant="primary">
            {t("alert.acknowledge")}
          </Button>
        ) : null}
        {phone === null ? null : (
          <LinkButton href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{t("alert.call", { phone })}</LinkButton>
        )}
        {isResolving ? null : (
          <Button data-act="resolve" hotkey="e" onClick={() => setIsResolving(true)}>
            {t("alert.resolve")}
          </Button>
        )}
      </div>
      {isResolving ? (
        <ReasonForm
          hint={t("alert.resolveHint", { name: patientName })}
          label={t("alert.reason")}
          name={`resolve-${alertId}`}
          onCancel={() => setIsResolving(false)}
          onSubmit={async (reason) => {
            const result = await resolve({ alertId, version, reason });
            setAnswer(result);
            return result;
          }}
          submitWord={t("alert.resolveNow")}
        />
      ) : null}
    </div>
  );
}
