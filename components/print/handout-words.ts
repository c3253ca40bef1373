import { createTranslator } from "next-intl";
import { dateOf, type Day } from "@/lib/dates";
import { formats } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locale";
import en from "@/messages/en.json";
import es from "@/messages/es.json";

/** Of the clinic, what paper names. */
export type Clinic = { name: string; phone: string; emergencyNumber: string };

/** The words of a printed program, in the patient's language, which on a clinician's page is not the page's. */
export function handoutWords(locale: Locale) {
  const { handout, patient } = locale === "en" ? en : es;
  const messages = { ...handout, exercise: patient.exercise };
  return createTranslator({ locale, messages, formats, timeZone: "UTC" });
}

/** A calendar day as paper says it: "November 16, 2026". */
export function dayOnPaper(locale: Locale, day: Day): string {
  return new Intl.DateTimeFormat(locale, { ...formats.dateTime.dateWords, timeZone: "UTC" }).format(dateOf(day));
}
