"use client";

import { useMessages, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { NumberField } from "@/components/ui/text-field";
import { sides } from "@/lib/clinical/facts";
import type { OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";
import { useField } from "./use-field";

const keys = ["sets", "reps", "holdSec", "restSec", "durationMin", "perDay", "perWeek", "loadKg", "rpeMax"] as const;
const units: Partial<Record<(typeof keys)[number], string>> = {
  ...{ holdSec: "s", restSec: "s", durationMin: "min", loadKg: "kg" },
};

/** With what a line of it begins. */
export function DosageFields() {
  const t = useTranslations("ownExercise");
  const own = useTranslations("library.ownDosage");
  const words = useMessages().status.dosage.sides;
  const { register } = useFormContext<OwnExerciseValues>();
  const field = useField();
  return (
    <Card note={t("leads.dosage")} title={t("groups.dosage")}>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-5">
        {keys.map((key) => (
          <NumberField
            key={key}
            {...field(`defaultDosage.${key}`)}
            {...register(`defaultDosage.${key}`)}
            decimals={key === "loadKg"}
            {...(units[key] === undefined ? {} : { unit: units[key] })}
          />
        ))}
        <Select
          {...field("defaultDosage.side")}
          {...register("defaultDosage.side")}
          choices={sides.map((value) => ({ value, label: words[value] }))}
          emptyLabel={own("noSide")}
        />
      </div>
    </Card>
  );
}
