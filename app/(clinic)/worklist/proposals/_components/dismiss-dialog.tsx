"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useErrorWords } from "@/components/ui/form-errors";
import { TextArea } from "@/components/ui/text-area";
import type { ActionResult } from "@/lib/action";
import type { OneOutcome } from "@/lib/records/proposals/one-by-one";
import type { DismissSeveralInput } from "@/lib/schemas/proposals";
import { dismissSeveralAction } from "../actions";

/** Asks for the reason and puts the drafts away. */
export function DismissDialog({
  drafts,
  onAnswer,
  close,
}: {
  drafts: DismissSeveralInput["drafts"];
  onAnswer: (result: ActionResult<OneOutcome[]>) => void;
  close: () => void;
}) {
  const t = useTranslations("proposals.dismissing");
  const words = useErrorWords();
  const [reason, setReason] = useState("");
  const [error, setError] = useState<string>();
  const [isPending, setPending] = useState(false);
  const dismiss = async () => {
    setPending(true);
    const result = await dismissSeveralAction({ drafts, reason });
    setPending(false);
    const wrong = result.status === "invalid" ? result.fields["reason"] : undefined;
    if (wrong === undefined) onAnswer(result);
    else setError(wrong);
  };
  return (
    <Dialog
      actions={(cancel) => (
        <>
          <Button isPending={isPending} onClick={() => void dismiss()} variant="primary">
            {t("submit", { count: drafts.length })}
          </Button>
          <Button onClick={cancel}>{t("cancel")}</Button>
        </>
      )}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      title={t("title", { count: drafts.length })}
    >
      <p>{t("note")}</p>
      <TextArea
        error={error === undefined ? undefined : words(error)}
        label={t("reason")}
        maxLength={500}
        name="reason"
        onChange={(event) => setReason(event.currentTarget.value)}
        value={reason}
      />
    </Dialog>
  );
}
