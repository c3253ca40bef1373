"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActionResult } from "@/lib/action";
import { lift } from "../../../../_components/actions";
import { ReasonForm } from "../../../../_components/reason-form";

/** Lifts a hold with a reason, after saying what follows and for whom. */
export function LiftHold({ holdId, patientName }: { holdId: string; patientName: string }) {
  const t = useTranslations("patientRecord.holds");
  const [isAsking, setIsAsking] = useState(false);
  const [answer, setAnswer] = useState<ActionResult<unknown> | null>(null);
  return (
    <div className="grid gap-2">
      {answer === null || answer.status === "done" || answer.status === "invalid" ? null : (
        <Notice isLive title={t(refusalOf(answer))} tone="warn" />
      )}
      {isAsking ? (
        <ReasonForm
          hint={t("hint", { name: patientName })}
          label={t("reason")}
          name={`lift-${holdId}`}
          onCancel={() => setIsAsking(false)}
          onSubmit={async (reason) => {
            const result = await lift({ holdId, reason });
            setAnswer(result);
            return result;
          }}
          submitWord={t("liftNow")}
        />
      ) : (
        <div>
          <Button onClick={() => setIsAsking(true)}>{t("lift")}</Button>
        </div>
      )}
    </div>
  );
}

function refusalOf({ status }: ActionResult<unknown>): "conflict" | "refused" | "failed" {
  if (status === "conflict") return "conflict";
  return status === "refused" ? "refused" : "failed";
}
