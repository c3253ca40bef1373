import { useLocale, useTranslations } from "next-intl";
import { weekdayOf } from "@/lib/clinical/weekdays";
import { weekdayName } from "@/lib/i18n/weekdays";
import type { LineOfAnotherDay } from "@/lib/records/today/load-today";
import { DayPart } from "./day-part";
import { useExerciseRow } from "./use-exercise-row";

/** Exercises of other days of the week, the next one first: to read, not to do. */
export function NotTodayList({ lines }: { lines: readonly LineOfAnotherDay[] }) {
  const t = useTranslations("patient.today");
  const locale = useLocale();
  const row = useExerciseRow();
  if (lines.length === 0) return null;
  const rows = lines.map((line) => {
    const standing = t("nextOn", { day: weekdayName(locale, weekdayOf(line.nextOn)) });
    return row(line, { sign: "another-day", standing, isSaidByShape: false }, false);
  });
  return <DayPart is="exercises" intro={t("notTodayBody")} rows={rows} title={t("notToday")} />;
}
