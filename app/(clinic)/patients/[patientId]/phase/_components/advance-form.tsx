"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FindingList } from "@/components/clinical/finding-list";
import type { SourceTitles } from "@/components/clinical/finding-line";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { useErrorWords } from "@/components/ui/form-errors";
import { Notice } from "@/components/ui/notice";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-area";
import { advancePhaseAction } from "../actions";
import { noAnswer, type PhaseAnswer } from "./phase-answer";

type AdvanceFormProps = {
  programId: string;
  version: number;
  /** Of the phase that would begin; null in the last one. */
  phase: number | null;
  /** What is missing, by name; empty when the phase may begin. */
  missing: readonly string[];
  /** What follows for the patient. */
  consequence: string;
  sources: SourceTitles;
};

/** The therapist's decision, with its reason. While a criterion is missing the button says so, and does nothing. */
export function AdvanceForm({ programId, version, phase, missing, consequence, sources }: AdvanceFormProps) {
  const t = useTranslations("readiness.advance");
  const [answer, advance] = useActionState(advancePhaseAction, noAnswer);
  const words = useErrorWords();
  const wrong = answer.fields["advanceReason"];
  return (
    <div className="grid gap-3">
      <Outcome answer={answer} sources={sources} />
      {phase === null ? null : missing.length > 0 ? (
        <>
          <Button aria-describedby="advance-missing" aria-disabled="true" isWide>
            {t("left", { phase, count: missing.length })}
          </Button>
          <p className="text-12 text-ink-2 roomy:text-16" id="advance-missing">
            {t("missing", { list: missing.join("; ") })}
          </p>
        </>
      ) : (
        <form action={advance} aria-label={t("title", { phase })} className="grid gap-3" key={version} noValidate>
          <input name="programId" type="hidden" value={programId} />
          <input name="version" type="hidden" value={version} />
          <p>{consequence}</p>
          <TextArea
            defaultValue={answer.sent["advanceReason"]}
            error={wrong === undefined ? undefined : words(wrong)}
            hint={t("reasonHint")}
            label={t("reason")}
            maxLength={1000}
            name="advanceReason"
            rows={2}
          />
          <SubmitButton isWide>{t("title", { phase })}</SubmitButton>
        </form>
      )}
    </div>
  );
}

function Outcome({ answer, sources }: { answer: PhaseAnswer; sources: SourceTitles }) {
  const t = useTranslations("readiness.advance");
  const words = useErrorWords();
  const { status, fields, findings } = answer;
  if (status === "none") return null;
  if (status === "done") return <Notice isLive title={t("done")} tone="ok" />;
  if (status === "invalid") {
    const errors = Object.entries(fields).map(([name, key]) =>
      name === "advanceReason" ? { name, message: `${t("reason")}: ${words(key)}` } : { message: words(key) },
    );
    return <ErrorSummary errors={errors} />;
  }
  if (status === "refused") {
    return (
      <Notice isLive title={t("refused")} tone="warn">
        <FindingList findings={findings} sources={sources} />
      </Notice>
    );
  }
  return <Notice isLive title={t(status === "conflict" ? "conflict" : "gone")} tone="warn" />;
}
