"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { ConditionPicker } from "@/components/clinical/condition-picker";
import { Card } from "@/components/ui/card";
import { CheckboxGroup, RadioGroup } from "@/components/ui/choice-groups";
import { Select } from "@/components/ui/select";
import { DateField, TextField } from "@/components/ui/text-field";
import type { ConditionEntry } from "@/lib/clinical/condition-search";
import { procedureTypes } from "@/lib/clinical/facts";
import type { AdmissionOptions } from "@/lib/records/patients/load-admission-options";
import { episodeRegions, levelsOf } from "@/lib/schemas/patient";
import type { AdmissionValues } from "./admission-form";
import { RestrictionFields } from "./restriction-fields";
import { useField } from "./use-field-words";

/** The treatment, what the surgeon ordered, and the conditions that the rules weigh. */
export function EpisodeFields({
  options,
  conditions,
}: {
  options: AdmissionOptions;
  conditions: readonly ConditionEntry[];
}) {
  const t = useTranslations("admission");
  const locale = useLocale();
  const { register, control } = useFormContext<AdmissionValues>();
  const field = useField();
  const { region, procedureType } = useWatch({ control }).episode ?? {};
  // An untouched group of radios reads as null, whatever its type says.
  const chosenRegion = episodeRegions.find((known) => known === region);
  const techniques = options.templates
    .filter((template) => template.procedureType === procedureType)
    .flatMap((template) => template.techniques.map((technique) => technique[locale]));
  return (
    <Card title={t("episode")}>
      <div className="grid gap-4">
        <RadioGroup
          {...field("episode.procedureType")}
          {...register("episode.procedureType")}
          choices={procedureTypes.map((value) => ({ value, label: t(`procedures.${value}`) }))}
          look="chip"
          rowsClass="flex flex-wrap gap-2"
        />
        <RadioGroup
          {...field("episode.region")}
          {...register("episode.region")}
          choices={episodeRegions.map((value) => ({ value, label: t(`regions.${value}`) }))}
          look="chip"
          rowsClass="flex flex-wrap gap-2"
        />
        {chosenRegion === undefined ? null : (
          <CheckboxGroup
            {...field("episode.levels")}
            {...register("episode.levels")}
            choices={levelsOf[chosenRegion].map((level) => ({ value: level, label: level }))}
            key={chosenRegion}
            look="chip"
            rowsClass="flex flex-wrap gap-2"
          />
        )}
        <div className="grid gap-3 sm:grid-cols-3">
          <TextField
            {...field("episode.technique")}
            {...register("episode.technique")}
            autoComplete="off"
            hint={t("techniqueHint")}
            list="techniques"
          />
          <datalist id="techniques">
            {[...new Set(techniques)].map((technique) => (
              <option key={technique} value={technique} />
            ))}
          </datalist>
          <DateField {...field("episode.procedureDate")} {...register("episode.procedureDate")} />
          <Select
            {...field("episode.surgeonId")}
            {...register("episode.surgeonId")}
            choices={options.surgeons.map(({ id, name }) => ({ value: id, label: name }))}
            emptyLabel={t("choose")}
          />
        </div>
        <RestrictionFields />
        <details>
          <summary className="cursor-pointer font-medium text-accent-ink">{t("fields.episode.conditions")}</summary>
          <div className="pt-2">
            <ConditionPicker
              {...field("episode.conditions")}
              {...register("episode.conditions")}
              conditions={conditions}
            />
          </div>
        </details>
      </div>
    </Card>
  );
}
