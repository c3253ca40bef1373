"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { TextArea } from "@/components/ui/text-area";
import { DateField, NumberField, TextField } from "@/components/ui/text-field";
import { daysBetween } from "@/lib/clinical/days";
import type { Evidence } from "@/lib/records/clearances/evidence";
import { isGrant, type DecisionOutcome } from "@/lib/schemas/clearance";
import { typedNumber, typedText, type FormValues, type LineInfo, type MassUnit } from "./decision-values";

/** The fields of the chosen outcome of one line: terms for a grant, limits for a limited one, a reason for everything else. */
export function TermFields({
  at,
  line,
  outcome,
  massUnit,
  errorOf,
}: {
  at: number;
  line: LineInfo;
  outcome: DecisionOutcome | null;
  massUnit: MassUnit;
  errorOf: (name: string) => string | undefined;
}) {
  const t = useTranslations("clearances.decide");
  const { register, control } = useFormContext<FormValues>();
  const fromDay = useWatch({ control, name: `lines.${at}.fromDay` });
  if (outcome === null) return null;
  const error = (name: string) => errorOf(`lines.${at}.${name}`);
  const day = (name: "fromDay" | "untilDay" | "reviewOn") => ({
    ...register(`lines.${at}.${name}`, { setValueAs: typedText }),
    label: t(name),
    error: error(name),
    min: line.time.today,
  });
  const early = earlyOf(line.time, fromDay);
  const isAsking = !isGrant(outcome);
  return (
    <div className="grid gap-2.5">
      {isAsking ? null : (
        <div
          className={`grid gap-2.5 sm:grid-cols-3 ${outcome === "limited" ? "xl:grid-cols-[96px_96px_132px_132px_164px_minmax(0,1fr)]" : "xl:grid-cols-[132px_132px_164px_minmax(0,1fr)]"}`}
        >
          {outcome === "limited" ? (
            <>
              <NumberField
                {...register(`lines.${at}.maxMinutes`, { setValueAs: typedNumber })}
                error={error("maxMinutes")}
                label={t("maxMinutes")}
                unit="min"
              />
              <NumberField
                {...register(`lines.${at}.load`, { setValueAs: typedNumber })}
                decimals
                error={error("maxKg")}
                label={t("maxKg")}
                unit={massUnit}
              />
            </>
          ) : null}
          <DateField {...day("fromDay")} />
          <DateField {...day("untilDay")} isOptional />
          <DateField {...day("reviewOn")} isOptional />
          <div className="sm:col-span-3 xl:col-span-1">
            <TextField
              {...register(`lines.${at}.wordsForPatient`, { setValueAs: typedText })}
              error={error("wordsForPatient")}
              isOptional
              label={t("wordsForPatient")}
              lang={line.patient.locale}
              maxLength={300}
              placeholder={t("wordsHint", { language: t(`language.${line.patient.locale}`) })}
            />
          </div>
        </div>
      )}
      {isAsking || early !== null ? (
        <TextArea
          {...register(`lines.${at}.reason`, { setValueAs: typedText })}
          error={error("reason")}
          hint={
            isAsking || early === null
              ? undefined
              : early === "avoid"
                ? t("avoidHint")
                : t("earlyHint", { days: early })
          }
          label={t(outcome === "returned" ? "question" : "reason")}
          maxLength={500}
          rows={2}
        />
      ) : null}
    </div>
  );
}

/** By how many days a start lies before the typical earliest; null when it does not. */
function earlyOf({ typical, day, today }: Evidence["time"], fromDay: string | null): number | "avoid" | null {
  if (typical?.isAvoided === true) return "avoid";
  const usual = typical?.day ?? null;
  if (usual === null || fromDay === null) return null;
  const early = usual - day - daysBetween(today, fromDay);
  return early > 0 ? early : null;
}
