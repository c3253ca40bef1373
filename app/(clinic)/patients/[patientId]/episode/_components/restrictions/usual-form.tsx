"use client";

import { useTranslations } from "next-intl";
import { useActionState, type ReactNode } from "react";
import { CheckboxGroup } from "@/components/ui/choice-groups";
import { Disclosure } from "@/components/ui/small-parts";
import { orderUsualAction } from "../../restriction-actions";
import { AnswerNotice, useFieldError } from "../answer-notice";
import { noAnswer } from "../form-answer";
import { SignLine, type Signer } from "./sign-line";

/** One usual restriction in words; `value` is its terms as JSON. */
export type UsualChoice = {
  value: string;
  label: string;
  hint: string | undefined;
  source: ReactNode;
  isChosen: boolean;
};

/** What the protocol usually restricts now, line by line: two clicks and a signature. */
export function UsualForm({
  patientId,
  choices,
  title,
  signer,
}: {
  patientId: string;
  choices: readonly UsualChoice[];
  /** "Usual for Lumbar fusion". */
  title: string;
  signer: Signer;
}) {
  const t = useTranslations("episode.restrictions");
  const [answer, order] = useActionState(orderUsualAction, noAnswer);
  const error = useFieldError(answer);
  const wasSent = answer.status === "invalid";
  return (
    <div className="grid gap-2">
      <AnswerNotice answer={answer} labels={{ usual: t("usualLines"), "password-usual": t("password") }} />
      {choices.length === 0 ? null : (
        <Disclosure isOpen={wasSent} summary={title}>
          <form action={order} className="grid gap-3" key={choices.length} noValidate>
            <input name="patientId" type="hidden" value={patientId} />
            <CheckboxGroup
              choices={choices.map(({ value, label, hint, source }) => ({ value, label, hint, end: source }))}
              defaultValues={
                wasSent
                  ? (answer.sent["usual"] ?? [])
                  : choices.filter(({ isChosen }) => isChosen).map(({ value }) => value)
              }
              error={error("usual")}
              hint={t("usualHint")}
              label={t("usualLines")}
              name="usual"
            />
            <SignLine error={error("password-usual")} signer={signer} suffix="usual">
              {t("usualNow", { name: signer.name })}
            </SignLine>
          </form>
        </Disclosure>
      )}
    </div>
  );
}
