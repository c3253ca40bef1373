"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { TextArea } from "@/components/ui/text-area";
import { DateField, NumberField, TextField } from "@/components/ui/text-field";
import { daysBetween } from "@/lib/clinical/days";
import type { ClearanceDetail } from "@/lib/records/clearances/clearance-detail";
import { isGrant, type DecisionOutcome } from "@/lib/schemas/clearance";
import { typedNumber, typedText, type DecisionValues } from "./decision-values";

const termFields = ["maxMinutes", "maxKg", "fromDay", "untilDay", "reviewOn", "wordsForPatient"] as const;

export function isTermField(name: string): name is (typeof termFields)[number] {
  return termFields.some((field) => field === name);
}

/** The fields of the chosen outcome: terms for a grant, limits for a limited one, a reason for everything else. */
export function TermFields({
  outcome,
  detail,
  errorOf,
}: {
  outcome: DecisionOutcome | null;
  detail: ClearanceDetail;
  errorOf: (name: string) => string | undefined;
}) {
  const t = useTranslations("clearances.decide");
  const { register, control } = useFormContext<DecisionValues>();
  const fromDay = useWatch({ control, name: "fromDay" });
  if (outcome === null) return null;
  const day = (name: "fromDay" | "untilDay" | "reviewOn") => ({
    ...register(name, { setValueAs: typedText }),
    label: t(name),
    error: errorOf(name),
    min: detail.evidence.time.today,
  });
  const early = earlyOf(detail, fromDay ?? null);
  const isAsking = !isGrant(outcome);
  return (
    <div className="grid gap-2.5">
      {isAsking ? null : (
        <div className="grid gap-2.5 sm:grid-cols-3 xl:grid-cols-[96px_96px_128px_128px_164px_minmax(0,1fr)]">
          {outcome === "limited" ? (
            <>
              <NumberField
                {...register("maxMinutes", { setValueAs: typedNumber })}
                error={errorOf("maxMinutes")}
                label={t("maxMinutes")}
                unit="min"
              />
              <NumberField
                {...register("maxKg", { setValueAs: typedNumber })}
                decimals
                error={errorOf("maxKg")}
                label={t("maxKg")}
                unit="kg"
              />
            </>
          ) : null}
          <DateField {...day("fromDay")} />
          <DateField {...day("untilDay")} isOptional />
          <DateField {...day("reviewOn")} isOptional />
          <div className={outcome === "limited" ? "sm:col-span-3 xl:col-span-1" : "sm:col-span-3"}>
            <TextField
              {...register("wordsForPatient", { setValueAs: typedText })}
              error={errorOf("wordsForPatient")}
              isOptional
              label={t("wordsForPatient")}
              lang={detail.patient.locale}
              maxLength={300}
              placeholder={t("wordsHint", { language: t(`language.${detail.patient.locale}`) })}
            />
          </div>
        </div>
      )}
      {isAsking || early !== null ? (
        <TextArea
          {...register("reason", { setValueAs: typedText })}
          error={errorOf("reason")}
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
function earlyOf({ evidence: { time } }: ClearanceDetail, fromDay: string | null): number | "avoid" | null {
  const { typical, day, today } = time;
  if (typical?.isAvoided === true) return "avoid";
  const usual = typical?.day ?? null;
  if (usual === null || fromDay === null) return null;
  const early = usual - day - daysBetween(today, fromDay);
  return early > 0 ? early : null;
}
