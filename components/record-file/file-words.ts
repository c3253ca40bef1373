import type { useTranslations } from "next-intl";
import { formats } from "@/lib/i18n/formats";
import { dateOf, type Day } from "@/lib/dates";
import type { Locale } from "@/lib/i18n/locale";

/** The words of the file, each in the language of `locale`. */
export type FileWords = {
  locale: Locale;
  file: ReturnType<typeof useTranslations<"myRecord.file">>;
  roles: ReturnType<typeof useTranslations<"myRecord.record.role">>;
  changes: ReturnType<typeof useTranslations<"myRecord.changes">>;
  allowed: ReturnType<typeof useTranslations<"patient.allowed">>;
  levels: ReturnType<typeof useTranslations<"patient.progress.levels">>;
  marks: ReturnType<typeof useTranslations<"patient.today.marks">>;
  procedure: ReturnType<typeof useTranslations<"patientRecord.procedure">>;
};

/** "November 16, 2026". */
export function dateInWords(locale: Locale, day: Day): string {
  return new Intl.DateTimeFormat(locale, { ...formats.dateTime.dateWords, timeZone: "UTC" }).format(dateOf(day));
}

/** "8:12 AM" in the clinic's time zone. */
export function timeInWords(locale: Locale, at: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { ...formats.dateTime.timeWords, timeZone }).format(new Date(at));
}
