"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { ChoiceRow } from "@/components/ui/choice-row";
import { controlClass, FieldNotes } from "@/components/ui/field";
import { fieldId } from "@/components/ui/field-id";
import { conditions } from "@/lib/clinical/facts";
import { conditionWords } from "@/lib/clinical/words";
import type { OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";
import { TextPair } from "./text-pair";
import { useField } from "./use-field";

/** What each coded condition means for the exercise; that none of them matters is said, not left open. */
export function ContraindicationFields() {
  const t = useTranslations("ownExercise");
  const locale = useLocale();
  const { register } = useFormContext<OwnExerciseValues>();
  const path = "contraindications.areNone";
  const none = { name: path, ...useField()(path) };
  return (
    <Card note={t("leads.contraindications")} title={t("groups.contraindications")}>
      <div className="grid gap-4">
        <div className="grid gap-x-6 sm:grid-cols-2">
          {conditions.map((condition) => (
            <label
              className="grid grid-cols-[minmax(0,1fr)_9.5rem] items-center gap-2 border-b border-line py-1"
              key={condition}
            >
              <span className="first-letter:uppercase">{conditionWords[condition][locale]}</span>
              <select
                {...register(`contraindications.byCondition.${condition}`)}
                aria-label={t("condition", { condition: conditionWords[condition][locale] })}
                className={controlClass}
              >
                <option value="">{t("severity.none")}</option>
                <option value="override">{t("severity.override")}</option>
                <option value="block">{t("severity.block")}</option>
              </select>
            </label>
          ))}
        </div>
        <div>
          <FieldNotes field={none} />
          <ChoiceRow
            {...register(path)}
            aria-describedby={none.error === undefined ? undefined : `${fieldId(path)}-error`}
            aria-invalid={none.error === undefined ? undefined : true}
            id={fieldId(path)}
            type="checkbox"
          >
            {t("noneOfThem")}
          </ChoiceRow>
        </div>
        <TextPair isLong name="contraindicationWords" />
      </div>
    </Card>
  );
}
