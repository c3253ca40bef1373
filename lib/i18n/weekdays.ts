import { dateFormat } from "@/lib/dates";
import type { Locale } from "./locale";

/** "Wednesday", "miércoles"; 1 is Monday, and January 5, 1970 was one. */
export function weekdayName(locale: Locale, weekday: number, style: "long" | "short" = "long"): string {
  const at = Date.UTC(1970, 0, 4 + weekday);
  return dateFormat(locale, { weekday: style, timeZone: "UTC" }).format(at);
}

/** "Mon, Wed, Fri", "lun, mié, vie". */
export function shortWeekdays(locale: Locale, weekdays: readonly number[]): string {
  return weekdays.map((weekday) => weekdayName(locale, weekday, "short")).join(", ");
}
