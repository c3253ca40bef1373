import type { useTranslations } from "next-intl";
import type { Dosage } from "@/lib/clinical/facts";
import { weekdaysInWords } from "@/lib/clinical/words";
import { shortDecimal } from "@/lib/i18n/decimals";
import type { Locale } from "@/lib/i18n/locale";
import { applies, poundsOf } from "./dosage-parts";

type Words = ReturnType<typeof useTranslations<"status.dosageWords">>;

/** What a dosage says beside what to do now: how often, how hard. */
export type DosageParts = { withFrequency?: boolean | undefined; withEffort?: boolean | undefined };

/**
 * The dosage as the patient reads it, one thought a sentence: "2 sets of 8. Hold each one 5 seconds." `withFrequency` adds how often, `withEffort`
 * how hard.
 * @param t the words in the language of `locale`
 */
export function dosageInWords(t: Words, locale: Locale, dosage: Dosage, parts: DosageParts = {}): string[] {
  const sentences = doseSentences(t, dosage);
  const frequency = frequencySentence(t, locale, dosage);
  if (parts.withFrequency && frequency !== null) sentences.push(frequency);
  if (parts.withEffort && applies(dosage.rpeMax)) sentences.push(t("effort", { n: dosage.rpeMax }));
  return sentences;
}

function doseSentences(t: Words, { sets, reps, durationMin, holdSec, restSec, loadKg, side }: Dosage): string[] {
  const sentences: string[] = [];
  const times = applies(durationMin) ? (sets ?? 1) * (reps ?? 1) : 1;
  if (applies(durationMin)) sentences.push(t(times > 1 ? "durationTimes" : "duration", { n: durationMin, times }));
  else if (applies(sets) && applies(reps)) sentences.push(t("setsReps", { sets, reps }));
  else if (applies(reps)) sentences.push(t("reps", { reps }));
  else if (applies(sets)) sentences.push(t("onlySets", { sets }));
  if (applies(holdSec)) sentences.push(t("hold", { n: holdSec, many: (reps ?? 1) > 1 ? "yes" : "no" }));
  if (times > 1) sentences.push(applies(restSec) ? t("restTimes", { n: restSec }) : t("break"));
  else if (applies(restSec) && (sets ?? 1) > 1) sentences.push(t("rest", { n: restSec }));
  if (applies(loadKg)) sentences.push(t("load", { kilos: shortDecimal(loadKg), pounds: poundsOf(loadKg) }));
  if (side) sentences.push(t(`side.${side}`));
  return sentences;
}

/** "2 times a day, 5 days a week.", "Once a day, on Monday and Friday." Null when the dosage does not say. */
function frequencySentence(t: Words, locale: Locale, { perDay, perWeek, weekdays }: Dosage): string | null {
  if (weekdays != null && weekdays.length < 7) {
    const days = weekdaysInWords(weekdays)[locale];
    return applies(perDay) ? t("perDayOnDays", { perDay, days }) : t("onDays", { days });
  }
  if (applies(perDay) && applies(perWeek)) return t("perDayWeek", { perDay, perWeek });
  if (applies(perDay)) return t("perDay", { perDay });
  return applies(perWeek) ? t("perWeek", { perWeek }) : null;
}
