"use client";

import { useLocale, useTranslations } from "next-intl";
import { useContext } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { LessStrictList } from "@/components/clinical/less-strict-list";
import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/text-area";
import type { ExerciseFacts } from "@/lib/clinical/facts";
import { lessStrict } from "@/lib/clinical/less-strict";
import type { OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";
import { strictPartsSchema } from "@/lib/schemas/own-exercise/strict-parts";
import { ProtocolNames, useField } from "./use-field";

/** While a copy is written: in what it is less strict than its original, and the place to say why. */
export function StrictnessCard({ original }: { original: ExerciseFacts }) {
  const t = useTranslations("ownExercise");
  const locale = useLocale();
  const { register, control } = useFormContext<OwnExerciseValues>();
  const field = useField();
  const protocols = useContext(ProtocolNames);
  const name = original.name[locale];
  const read = strictPartsSchema.safeParse(useWatch({ control }));
  const found = read.success
    ? lessStrict(original, { ...read.data, contraindicationCodes: read.data.contraindications })
    : null;
  const says = found === null ? t("unread") : found.length === 0 ? t("stricter", { name }) : null;
  return (
    <Card title={t("groups.lessStrict", { name })}>
      <div className="grid gap-3" role="status">
        {says === null ? (
          <LessStrictList found={found ?? []} protocols={protocols} />
        ) : (
          <p className="text-ink-2">{says}</p>
        )}
      </div>
      {says === null ? (
        <div className="mt-3">
          <TextArea {...field("reason")} {...register("reason")} hint={t("reasonHint")} rows={2} />
        </div>
      ) : null}
    </Card>
  );
}
