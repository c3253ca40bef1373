import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { daysBetween } from "@/lib/clinical/days";
import { dateOf, type Day } from "@/lib/dates";
import { shortDecimal } from "@/lib/i18n/decimals";
import type { Measure } from "@/lib/records/today/own-results";

/** The tests that have a sentence of their own, and those whose direction has one. */
const told = ["5XSTS", "TUG", "30S_CHAIR_STAND", "6MWT", "walkContinuousMin", "sitToleranceMin", "ODI", "NDI"] as const;
const feetInAMeter = 3.281;

/** What tests at visits showed, in plain words: the latest, what it was at first, and which way is better. */
export function MeasuresCard({ measures, today }: { measures: readonly Measure[]; today: Day }) {
  const t = useTranslations("myRecord.progress");
  const format = useFormatter();
  if (measures.length === 0) return null;
  return (
    <Card isFlush title={t("tests")}>
      <ul>
        {measures.map((measure) => (
          <li className="border-t border-line px-4 py-2.5" key={measure.id}>
            <MeasureWords measure={measure} today={today} />
            <p className="text-16 text-ink-2">
              {t("testedOn", { date: format.dateTime(dateOf(measure.last.on), "dayMonthWords") })}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function MeasureWords({ measure, today }: { measure: Measure; today: Day }) {
  const t = useTranslations("myRecord.progress");
  const locale = useLocale();
  const { id, name, isMoreBetter, first, last } = measure;
  const known = told.find((one) => one === id) ?? "other";
  const words = (value: number) => ({
    ...{ name: name === null ? id : name[locale], value: shortDecimal(value) },
    feet: shortDecimal(Math.round(value * feetInAMeter)),
  });
  const days = daysBetween(first.on, today);
  const isLong = days >= 14;
  const span = t(isLong ? "span.weeks" : "span.days", { n: isLong ? Math.floor(days / 7) : days });
  const better = known === "other" || known === "ODI" || known === "NDI" ? (isMoreBetter ? "more" : "less") : known;
  return (
    <>
      <p className="font-semibold">{t(`now.${known}`, words(last.value))}</p>
      <p>
        {first.on === last.on || first.value === last.value
          ? null
          : `${t(`before.${known}`, { span, ...words(first.value) })} `}
        {t(`better.${better}`)}
      </p>
    </>
  );
}
