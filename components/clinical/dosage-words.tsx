import { useLocale, useTranslations } from "next-intl";
import type { Dosage } from "@/lib/clinical/facts";
import { shortDecimal } from "@/lib/i18n/decimals";
import { weekdaysInWords } from "@/lib/clinical/words";
import { applies, poundsOf } from "./dosage-parts";

/** The dosage as the patient reads it, one thought a sentence: "2 sets of 8. Hold each one 5 seconds." */
function usePatientDosage() {
  const t = useTranslations("status.dosageWords");
  return (dosage: Dosage): string[] => {
    const { sets, reps, durationMin, holdSec, restSec, loadKg, side } = dosage;
    const sentences: string[] = [];
    if (applies(durationMin)) sentences.push(t("duration", { n: durationMin }));
    else if (applies(sets) && applies(reps)) sentences.push(t("setsReps", { sets, reps }));
    else if (applies(reps)) sentences.push(t("reps", { reps }));
    else if (applies(sets)) sentences.push(t("onlySets", { sets }));
    if (applies(holdSec)) sentences.push(t("hold", { n: holdSec, many: (reps ?? 1) > 1 ? "yes" : "no" }));
    if (applies(restSec) && (sets ?? 1) > 1) sentences.push(t("rest", { n: restSec }));
    if (applies(loadKg)) sentences.push(t("load", { kilos: shortDecimal(loadKg), pounds: poundsOf(loadKg) }));
    if (side) sentences.push(t(`side.${side}`));
    return sentences;
  };
}

/** How often, in the patient's words: "2 times a day, 5 days a week.", "Once a day, on Monday and Friday." Null when the dosage does not say. */
function usePatientFrequency() {
  const t = useTranslations("status.dosageWords");
  const locale = useLocale();
  return ({ perDay, perWeek, weekdays }: Dosage): string | null => {
    if (weekdays != null && weekdays.length < 7) {
      const days = weekdaysInWords(weekdays)[locale];
      return applies(perDay) ? t("perDayOnDays", { perDay, days }) : t("onDays", { days });
    }
    if (applies(perDay) && applies(perWeek)) return t("perDayWeek", { perDay, perWeek });
    if (applies(perDay)) return t("perDay", { perDay });
    return applies(perWeek) ? t("perWeek", { perWeek }) : null;
  };
}

/** What to do now; `withFrequency` adds how often, `withEffort` how hard. */
export function DosageWords({
  dosage,
  withFrequency = false,
  withEffort = false,
}: {
  dosage: Dosage;
  withFrequency?: boolean;
  withEffort?: boolean;
}) {
  const t = useTranslations("status.dosageWords");
  const sentences = usePatientDosage()(dosage);
  const frequency = usePatientFrequency()(dosage);
  if (withFrequency && frequency !== null) sentences.push(frequency);
  if (withEffort && applies(dosage.rpeMax)) sentences.push(t("effort", { n: dosage.rpeMax }));
  return <>{sentences.join(" ")}</>;
}
