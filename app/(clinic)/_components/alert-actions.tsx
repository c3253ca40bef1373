"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/action";
import { acknowledge, resolve } from "./actions";
import { ReasonForm } from "./reason-form";

/** Until the new state of the page stands. */
const settleMs = 60;

/** What can be done about an alert, where it stands: take it on, call, close it with a reason. */
export function AlertActions({
  alert,
  patientName,
  phone,
  timeZone,
}: {
  alert: {
    id: string;
    version: number;
    state: "open" | "acknowledged";
    cause: string;
    acknowledgedBy: string | null;
    acknowledgedAt: string | null;
    ownerName: string | null;
    mayAnswer: boolean;
  };
  patientName: string;
  phone: string | null;
  timeZone: string;
}) {
  const t = useTranslations("patientRecord");
  const format = useFormatter();
  const [answer, setAnswer] = useState<ActionResult<unknown> | null>(null);
  const [isResolving, setIsResolving] = useState(false);
  const [isPending, startTransition] = useTransition();
  const { id: alertId, version } = alert;
  // What only tells is closed by having been read; everything else by what was found and done.
  const isNews = alert.cause === "clearance-decided";
  const box = useRef<HTMLDivElement>(null);
  const takeOn = () =>
    startTransition(async () => {
      setAnswer(await acknowledge({ alertId, version }));
      // The button that had the focus is gone.
      setTimeout(() => box.current?.querySelector<HTMLElement>("[data-act=resolve]")?.focus(), settleMs);
    });
  const read = () =>
    startTransition(async () => {
      await close(t("alert.wasRead"));
    });
  const close = async (reason: string) => {
    const row = box.current?.closest<HTMLElement>("[data-row]")?.dataset["row"];
    const result = await resolve({ alertId, version, reason });
    setAnswer(result);
    if (result.status === "done") setTimeout(() => focusRow(row), settleMs);
    return result;
  };
  return (
    <div className="grid min-w-0 content-center gap-2" ref={box}>
      {answer === null || answer.status === "done" ? null : (
        <Notice isLive title={t(answer.status === "conflict" ? "alert.conflict" : "alert.failed")} tone="warn" />
      )}
      {alert.state === "acknowledged" ? (
        <p className="text-ink-2" role="status">
          {t("alert.acknowledgedBy", {
            name: alert.acknowledgedBy ?? "",
            when:
              alert.acknowledgedAt === null
                ? ""
                : format.dateTime(new Date(alert.acknowledgedAt), "dayTime", { timeZone }),
          })}
        </p>
      ) : null}
      {alert.mayAnswer ? null : (
        <p className="text-ink-2">
          {alert.ownerName === null ? t("alert.othersTask") : t("alert.taskOf", { name: alert.ownerName })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {isNews && alert.mayAnswer ? (
          <Button data-act="resolve" hotkey="e" isPending={isPending} onClick={read} variant="primary">
            {t("alert.read")}
          </Button>
        ) : null}
        {alert.state === "open" && alert.mayAnswer && !isNews ? (
          <Button data-act="acknowledge" hotkey="a" isPending={isPending} onClick={takeOn} variant="primary">
            {t("alert.acknowledge")}
          </Button>
        ) : null}
        {phone === null ? null : (
          <LinkButton href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{t("alert.call", { phone })}</LinkButton>
        )}
        {isResolving || !alert.mayAnswer || isNews ? null : (
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
          onSubmit={close}
          submitWord={t("alert.resolveNow")}
        />
      ) : null}
    </div>
  );
}

/** The patient of the alert that is closed, where the list still shows them; else the page itself. */
function focusRow(row: string | undefined): void {
  const name = row === undefined ? null : document.querySelector<HTMLElement>(`[data-row="${row}"] [data-row-name]`);
  (name ?? document.getElementById("main"))?.focus();
}
