import { createTranslator } from "next-intl";
import type { Dosage } from "@/lib/clinical/facts";
import { formats } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locale";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { dosageInWords, type DosageParts } from "./dosage-in-words";

/** The dosage in the patient's language, which on a clinician's page is not the page's. */
export function dosageSentences(locale: Locale, dosage: Dosage, parts?: DosageParts): string[] {
  const messages = locale === "en" ? en : es;
  const t = createTranslator({ locale, messages, namespace: "status.dosageWords", formats, timeZone: "UTC" });
  return dosageInWords(t, locale, dosage, parts);
}
