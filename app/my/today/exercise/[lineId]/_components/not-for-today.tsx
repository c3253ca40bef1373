import { useLocale, useTranslations } from "next-intl";
import { weekdayOf } from "@/lib/clinical/weekdays";
import type { Day } from "@/lib/dates";
import { weekdayName } from "@/lib/i18n/weekdays";

/** In the place of the marks: the exercise is for another day of the week. */
export function NotForToday({ nextOn }: { nextOn: Day }) {
  const t = useTranslations("patient.exercise");
  const locale = useLocale();
  return (
    <p className="mt-auto rounded-14 border border-line bg-surface px-4 py-3 font-semibold">
      {t("notToday", { day: weekdayName(locale, weekdayOf(nextOn)) })}
    </p>
  );
}
