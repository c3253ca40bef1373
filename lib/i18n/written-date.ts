import { dateFormat } from "@/lib/dates";
import { formats } from "./formats";
import type { Locale } from "./locale";

/** A calendar day, or an instant in a time zone, in the words of any language: "November 16, 2026", unless another format is named. */
export function writtenDate(
  locale: Locale,
  at: string,
  name: keyof typeof formats.dateTime = "dateWords",
  timeZone = "UTC",
): string {
  return dateFormat(locale, { ...formats.dateTime[name], timeZone }).format(new Date(at));
}
