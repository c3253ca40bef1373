"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { controlClass, FieldNotes } from "@/components/ui/field";
import { fieldId } from "@/components/ui/field-id";
import { earliestRules } from "@/lib/clinical/facts";
import type { ExerciseForm } from "@/lib/records/library/load-exercise-form";
import type { OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";
import { rulesWithDay } from "@/lib/schemas/own-exercise/strict-parts";
import { useField } from "./use-field";

/** When the exercise may begin, protocol by protocol. A rule that has no day empties the day. */
export function EarliestFields({ protocols }: { protocols: ExerciseForm["protocols"] }) {
  const t = useTranslations("ownExercise");
  const words = useTranslations("library.earliest");
  const locale = useLocale();
  return (
    <Card isFlush note={t("leads.earliest")} title={t("groups.earliest")}>
      <div aria-hidden="true" className={`${rowClass} border-b border-line pb-1 text-12 text-ink-3 max-sm:hidden`}>
        <span>{words("protocol")}</span>
        <span>{words("rule")}</span>
        <span>{words("day")}</span>
        <span>{words("phase")}</span>
      </div>
      {protocols.map(({ id, title }) => (
        <div
          aria-label={title[locale]}
          className={`${rowClass} border-b border-line py-2 last:border-b-0`}
          key={id}
          role="group"
        >
          <span className="font-semibold max-sm:col-span-2">{title[locale]}</span>
          <RuleSelect id={id} />
          <NumberCell id={id} part="day" />
          <NumberCell id={id} part="phase" />
        </div>
      ))}
    </Card>
  );
}

const rowClass =
  "grid items-start gap-x-3 gap-y-1.5 px-4 max-sm:grid-cols-2 sm:grid-cols-[minmax(0,1.4fr)_minmax(0,1.6fr)_6rem_6rem]";

function RuleSelect({ id }: { id: string }) {
  const t = useTranslations("ownExercise");
  const words = useTranslations("library.earliest.rules");
  const { register, setValue } = useFormContext<OwnExerciseValues>();
  const path = `earliest.${id}.rule` as const;
  const field = { name: path, ...useField()(path) };
  const chosen = register(path, {
    onChange: (event: { target: { value: string } }) => {
      if (!rulesWithDay.has(event.target.value)) setValue(`earliest.${id}.day`, "");
    },
  });
  return (
    <div className="max-sm:col-span-2">
      <FieldNotes field={field} />
      <select
        {...chosen}
        aria-describedby={field.error === undefined ? undefined : `${fieldId(path)}-error`}
        aria-invalid={field.error === undefined ? undefined : true}
        aria-label={field.label}
        className={controlClass}
        id={fieldId(path)}
      >
        <option value="">{t("earliest.choose")}</option>
        {earliestRules.map((rule) => (
          <option key={rule} value={rule}>
            {words(rule)}
          </option>
        ))}
      </select>
    </div>
  );
}

function NumberCell({ id, part }: { id: string; part: "day" | "phase" }) {
  const words = useTranslations("library.earliest");
  const { register } = useFormContext<OwnExerciseValues>();
  const path = `earliest.${id}.${part}` as const;
  const field = { name: path, ...useField()(path) };
  return (
    <div>
      <FieldNotes field={field} />
      <label className="grid gap-0.5">
        <span aria-hidden="true" className="text-12 text-ink-3 sm:hidden">
          {words(part)}
        </span>
        <input
          {...register(path)}
          aria-describedby={field.error === undefined ? undefined : `${fieldId(path)}-error`}
          aria-invalid={field.error === undefined ? undefined : true}
          aria-label={field.label}
          autoComplete="off"
          className={`${controlClass} tabular-nums`}
          id={fieldId(path)}
          inputMode="numeric"
        />
      </label>
    </div>
  );
}
