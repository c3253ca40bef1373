import { createTranslator } from "next-intl";
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
