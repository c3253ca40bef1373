import type { Locale } from "./locale";

/** "Wednesday", "miércoles"; 1 is Monday, and January 5, 1970 was one. */
export function weekdayName(locale: Locale, weekday: number, style: "long" | "short" = "long"): string {
  const at = Date.UTC(1970, 0, 4 + weekday);
  return new Intl.DateTimeFormat(locale, { weekday: style, timeZone: "UTC" }).format(at);
}

/** The days on which something happens every week: "Monday, Wednesday and Friday", "lunes, miércoles y sábados". */
export function weekdaysInWords(locale: Locale, weekdays: readonly number[]): string {
  const names = weekdays.map((weekday) => {
    const name = weekdayName(locale, weekday);
    return locale === "es" && !name.endsWith("s") ? `${name}s` : name;
  });
  const and = locale === "es" ? "y" : "and";
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} ${and} ${names.slice(-1).join("")}`;
}

/** "Mon, Wed, Fri", "lun, mié, vie". */
export function shortWeekdays(locale: Locale, weekdays: readonly number[]): string {
  return weekdays.map((weekday) => weekdayName(locale, weekday, "short")).join(", ");
}
