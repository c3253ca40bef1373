"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { useRestrictionEnd } from "@/components/clinical/restriction-list";
import { Button } from "@/components/ui/button";
import { DateField, NumberField } from "@/components/ui/text-field";
import { restrictionKinds, type RestrictionKind } from "@/lib/clinical/facts";
import { regionWords } from "@/lib/clinical/words";
import { AddUsual } from "./add-usual";
import type { AdmissionValues } from "./admission-form";
import { useField } from "./use-field-words";

const numeric = {
  setValueAs: (typed: unknown) => (typed === "" || typed === null || typed === undefined ? null : Number(typed)),
};
const orNull = { setValueAs: (typed: unknown) => (typed === "" ? null : typed) };

/** What the surgeon ordered: one click adds a restriction, its limit and end stand beside it. */
export function RestrictionFields() {
  const t = useTranslations("admission");
  const kinds = useTranslations("status.restrictionKinds");
  const { register, control } = useFormContext<AdmissionValues>();
  const locale = useLocale();
  const endOf = useRestrictionEnd("dayYear");
  const { fields, append, remove } = useFieldArray({ control, name: "episode.restrictions" });
  const field = useField();
  const chosen = new Set<RestrictionKind>(fields.map(({ kind }) => kind));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium">{t("restrictionsLabel")}</legend>
      {fields.map((restriction, index) => (
        <div className="flex flex-wrap items-end gap-3 rounded-6 border border-line p-2.5" key={restriction.id}>
          <span className="min-w-36 pb-1.5 font-semibold">
            {kinds(restriction.kind)}
            {restriction.region == null ? null : ` (${regionWords[restriction.region][locale]})`}
          </span>
          {restriction.kind === "lift-limit" ? (
            <NumberField
              {...field(`episode.restrictions.${index}.kg`)}
              {...register(`episode.restrictions.${index}.kg`, numeric)}
              decimals
              unit="kg"
            />
          ) : null}
          {restriction.kind === "sit-limit" ? (
            <NumberField
              {...field(`episode.restrictions.${index}.minutes`)}
              {...register(`episode.restrictions.${index}.minutes`, numeric)}
              unit="min"
            />
          ) : null}
          {restriction.untilPhase == null ? (
            <DateField
              {...field(`episode.restrictions.${index}.untilDate`)}
              {...register(`episode.restrictions.${index}.untilDate`, orNull)}
              isOptional
            />
          ) : (
            <span className="pb-1.5">
              {endOf({ untilDate: null, untilPhase: restriction.untilPhase, untilClearance: null })}
            </span>
          )}
          <Button onClick={() => remove(index)} variant="quiet">
            {t("removeRestriction", { name: kinds(restriction.kind) })}
          </Button>
        </div>
      ))}
      <AddUsual fields={fields} onAdd={append} />
      <div className="flex flex-wrap gap-2">
        {restrictionKinds
          .filter((kind) => !chosen.has(kind))
          .map((kind) => (
            <Button key={kind} onClick={() => append({ kind, region: null, kg: null, minutes: null, untilDate: null })}>
              <span aria-hidden="true">+</span> {kinds(kind)}
            </Button>
          ))}
      </div>
    </fieldset>
  );
}
