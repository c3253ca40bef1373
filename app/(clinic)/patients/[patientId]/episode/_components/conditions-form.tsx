"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { ConditionPicker } from "@/components/clinical/condition-picker";
import { Disclosure } from "@/components/ui/small-parts";
import { SubmitButton } from "@/components/ui/submit-button";
import type { ConditionEntry } from "@/lib/clinical/condition-search";
import { recordConditionsAction } from "../actions";
import { AnswerNotice, useFieldError } from "./answer-notice";
import { noAnswer } from "./form-answer";

/** All conditions of the patient, recorded anew; works without JavaScript. */
export function ConditionsForm({
  patientId,
  version,
  recorded,
  conditions,
}: {
  patientId: string;
  version: number;
  recorded: readonly string[];
  conditions: readonly ConditionEntry[];
}) {
  const t = useTranslations("episode.conditions");
  const [answer, record] = useActionState(recordConditionsAction, noAnswer);
  const error = useFieldError(answer);
  return (
    <div className="mt-3 grid gap-3">
      <AnswerNotice answer={answer} labels={{ conditions: t("label") }} />
      <Disclosure isOpen={answer.status === "invalid"} summary={t("record")}>
        <form action={record} className="grid gap-3" key={version}>
          <input name="patientId" type="hidden" value={patientId} />
          <input name="version" type="hidden" value={version} />
          <ConditionPicker
            conditions={conditions}
            defaultValues={answer.sent["conditions"] ?? recorded}
            error={error("conditions")}
            hint={t("hint")}
            label={t("label")}
            name="conditions"
          />
          <div>
            <SubmitButton>{t("save")}</SubmitButton>
          </div>
        </form>
      </Disclosure>
    </div>
  );
}
