"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { categories, categoryWords, positions, positionWords } from "@/lib/clinical/library-words";
import type { OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";
import { TextPair } from "./text-pair";
import { useField } from "./use-field";

/** How the exercise is called, and where the library keeps it. */
export function NameFields() {
  const t = useTranslations("ownExercise");
  const locale = useLocale();
  const { register } = useFormContext<OwnExerciseValues>();
  const field = useField();
  return (
    <Card title={t("groups.name")}>
      <div className="grid gap-4">
        <TextPair name="name" />
        <TextPair hint={t("hints.synonyms")} name="synonyms" />
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            {...field("category")}
            {...register("category")}
            choices={categories.map((value) => ({ value, label: categoryWords[value][locale] }))}
            emptyLabel={t("choose")}
          />
          <Select
            {...field("position")}
            {...register("position")}
            choices={positions.map((value) => ({ value, label: positionWords[value][locale] }))}
            emptyLabel={t("choose")}
          />
        </div>
        <TextPair name="bodyRegion" />
        <TextPair hint={t("hints.equipment")} isOptional name="equipment" />
      </div>
    </Card>
  );
}
