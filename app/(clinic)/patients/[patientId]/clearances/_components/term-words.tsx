import { useFormatter, useTranslations } from "next-intl";
import { shortDecimal } from "@/lib/i18n/decimals";
import type { Terms } from "@/lib/records/clearances/terms";

/** Days and limits in one line, and the words for the patient; nothing where a decision grants nothing. */
export function TermWords({ terms }: { terms: Terms }) {
  const t = useTranslations("clearances.tab");
  const format = useFormatter();
  const date = (day: string) => format.dateTime(new Date(day), "dayYear");
  const { fromDay, untilDay, maxMinutes, maxKg, reviewOn, wordsForPatient } = terms;
  const parts = [
    fromDay === null ? null : t("from", { date: date(fromDay) }),
    untilDay === null ? null : t("until", { date: date(untilDay) }),
    maxMinutes === null ? null : t("minutes", { n: maxMinutes }),
    maxKg === null ? null : t("kilos", { n: shortDecimal(maxKg) }),
    reviewOn === null ? null : t("review", { date: date(reviewOn) }),
  ].filter((part) => part !== null);
  if (parts.length === 0 && wordsForPatient === null) return null;
  return (
    <p>
      <span className="font-medium">{parts.join(" · ")}</span>
      {wordsForPatient === null ? null : <> “{wordsForPatient}”</>}
    </p>
  );
}
