import { useLocale, useTranslations } from "next-intl";
import { dosageInWords } from "@/components/clinical/dosage-in-words";
import { stillPicture } from "@/components/figure/still-picture";
import { saidOnce } from "@/lib/i18n/said-once";
import type { TodayLine } from "@/lib/records/today/load-today";
import { useText } from "../../_components/words";
import type { ExerciseRow } from "./exercise-card";

const dosageSaid = saidOnce(1000);

export type Standing = Pick<ExerciseRow, "standing" | "isSaidByShape" | "sign">;

/** An exercise as a row of a list, in the page's language. */
export function useExerciseRow(): (line: TodayLine, standing: Standing, withFrequency: boolean) => ExerciseRow {
  const t = useTranslations("status.dosageWords");
  const locale = useLocale();
  const words = useText();
  return ({ id, texts, dosage, figure }, standing, withFrequency) => ({
    id,
    name: words(texts.name),
    dosage: dosageSaid([locale, withFrequency, dosage], () =>
      dosageInWords(t, locale, dosage, { withFrequency }).join(" "),
    ),
    picture: stillPicture(figure, dosage.side),
    ...standing,
  });
}
