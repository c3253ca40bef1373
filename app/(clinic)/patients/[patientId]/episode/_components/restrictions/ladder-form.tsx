"use client";

import { useTranslations } from "next-intl";
import { useActionState, type ReactNode } from "react";
import { RadioGroup } from "@/components/ui/choice-groups";
import { setLiftStepAction } from "../../restriction-actions";
import { AnswerNotice, useFieldError } from "../answer-notice";
import { noAnswer } from "../form-answer";
import { SignLine, type Signer } from "./sign-line";

/** A step of the ladder in words; `value` is its weight in kilograms. */
export type LadderChoice = { value: string; label: string; hint: string | undefined; source: ReactNode };

/** The lifting ladder, of which a step becomes the limit: one click and a signature. */
export function LadderForm({
  patientId,
  restrictionId,
  choices,
  now,
  signer,
}: {
  patientId: string;
  /** The lift limit that stands, which a step replaces; null without one. */
  restrictionId: string | null;
  choices: readonly LadderChoice[];
  /** The step of today. */
  now: string | undefined;
  signer: Signer;
}) {
  const t = useTranslations("episode.restrictions");
  const [answer, set] = useActionState(setLiftStepAction, noAnswer);
  const error = useFieldError(answer);
  return (
    <div className="grid gap-2">
      <AnswerNotice answer={answer} labels={{ liftStep: t("ladder"), "password-lift": t("password") }} />
      <form action={set} aria-label={t("ladder")} className="grid gap-3" noValidate>
        <input name="patientId" type="hidden" value={patientId} />
        <input name="restrictionId" type="hidden" value={restrictionId ?? ""} />
        <RadioGroup
          choices={choices.map(({ value, label, hint, source }) => ({ value, label, hint, end: source }))}
          defaultValue={answer.sent["liftStep"]?.[0] ?? now}
          error={error("liftStep")}
          key={answer.sent["liftStep"]?.[0]}
          label={t("ladder")}
          name="liftStep"
        />
        <SignLine error={error("password-lift")} signer={signer} suffix="lift">
          {t("ladderNow", { name: signer.name })}
        </SignLine>
      </form>
    </div>
  );
}
