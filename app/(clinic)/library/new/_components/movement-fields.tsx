"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { ChoiceRow } from "@/components/ui/choice-row";
import { FieldNotes } from "@/components/ui/field";
import { fieldId } from "@/components/ui/field-id";
import { Select } from "@/components/ui/select";
import { clearanceKeys, movementTags, rampGroups, regions } from "@/lib/clinical/facts";
import { clearanceWords, movementInWords, regionWords } from "@/lib/clinical/words";
import type { OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";
import { tagSpelling } from "@/lib/schemas/own-exercise/strict-parts";
import { useField } from "./use-field";

/** What the body does, for the rules: a row a tag, for every region or for some, and the clearance that opens it. */
export function MovementFields() {
  const t = useTranslations("ownExercise");
  const locale = useLocale();
  const { register } = useFormContext<OwnExerciseValues>();
  const field = useField();
  const tags = { name: "tags", ...field("tags") };
  const id = fieldId("tags");
  return (
    <Card note={t("leads.movement")} title={t("groups.movement")}>
      <div className="grid gap-4">
        <fieldset
          aria-describedby={tags.error === undefined ? undefined : `${id}-error`}
          className="grid min-w-0 gap-1"
        >
          <legend className="mb-1 font-medium roomy:text-16">{tags.label}</legend>
          <FieldNotes field={tags} />
          {movementTags.map((tag, row) => (
            <div
              aria-label={movementInWords({ tag, region: null })[locale]}
              className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line py-1 last:border-b-0"
              key={tag}
              role="group"
            >
              <span className="min-w-44 flex-1 first-letter:uppercase">
                {movementInWords({ tag, region: null })[locale]}
              </span>
              <span className="flex flex-wrap gap-1">
                {[null, ...regions].map((region, column) => {
                  const value = tagSpelling({ tag, region });
                  return (
                    <ChoiceRow
                      {...register("tags")}
                      aria-invalid={tags.error === undefined ? undefined : true}
                      id={row === 0 && column === 0 ? id : `${id}-${value}`}
                      key={value}
                      look="chip"
                      type="checkbox"
                      value={value}
                    >
                      {region === null ? t("tagRegions.any") : regionWords[region][locale]}
                    </ChoiceRow>
                  );
                })}
              </span>
            </div>
          ))}
        </fieldset>
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            {...field("clearanceKey")}
            {...register("clearanceKey")}
            choices={clearanceKeys.map((value) => ({ value, label: clearanceWords[value][locale] }))}
            emptyLabel={t("choose")}
          />
          <Select
            {...field("rampGroup")}
            {...register("rampGroup")}
            choices={[
              { value: "", label: t("ramp.none") },
              ...rampGroups.map((value) => ({ value, label: t(`ramp.${value}`) })),
            ]}
          />
        </div>
      </div>
    </Card>
  );
}
