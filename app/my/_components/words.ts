import { useFormatter, useLocale, useTranslations } from "next-intl";
import { addDays, dayIn } from "@/lib/dates";
import { saidOnce } from "@/lib/i18n/said-once";
import type { Text } from "@/lib/clinical/facts";
import type { Course } from "@/lib/records/today/course";

/** A text of the content in the page's language. */
export function useText(): (text: Text) => string {
  const locale = useLocale();
  return (text) => text[locale];
}

type SinceWords = ReturnType<typeof useTranslations<"patient.since">>;
const sinceSaid = saidOnce(1000);

/** How long ago the treatment was, "8 weeks and 3 days after surgery", or how far a pathway has come. */
export function useSince(): (course: Course) => string {
  const t = useTranslations("patient.since");
  const locale = useLocale();
  return ({ daysSince, countsFrom }) =>
    sinceSaid([locale, countsFrom, daysSince], () => sinceInWords(t, daysSince, countsFrom));
}

function sinceInWords(t: SinceWords, daysSince: number, countsFrom: Course["countsFrom"]): string {
  const weeks = Math.floor(daysSince / 7);
  if (countsFrom === "pathway") return daysSince < 0 ? t("beforePathway") : t("pathway", { week: weeks + 1 });
  if (daysSince < 0) return t("before");
  if (daysSince === 0) return t(`${countsFrom}Today`);
  const days = daysSince % 7;
  const both = weeks > 0 && days > 0 ? "yes" : "no";
  return t(countsFrom, { weeks, days, both });
}

/** When somebody calls at the latest: "9:10 p.m. tomorrow", in the clinic's time zone; null when that has passed. */
export function useCallTime(timeZone: string): (due: string, now: Date) => string | null {
  const t = useTranslations("patient.hold");
  const format = useFormatter();
  return (due, now) => {
    const at = new Date(due);
    if (at < now) return null;
    const clock = format.dateTime(at, { timeZone, hour: "numeric", minute: "2-digit", hour12: true });
    // The sentence around it ends with a stop of its own: "a las 9:10 p. m."
    const time = clock.replace(/\.$/, "");
    const [today, day] = [dayIn(timeZone, now), dayIn(timeZone, at)];
    if (day === today) return t("today", { time });
    if (day === addDays(today, 1)) return t("tomorrow", { time });
    return `${format.dateTime(at, { timeZone, month: "long", day: "numeric" })}, ${time}`;
  };
}
