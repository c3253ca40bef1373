import { createTranslator } from "next-intl";
import { formats } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/locale";
import en from "@/messages/en.json";
import es from "@/messages/es.json";

/** The words beside a figure, in the language of who does the exercise: on a clinician's page that is not always the page's. */
export function figureWords(locale: Locale) {
  const messages = locale === "en" ? en : es;
  return createTranslator({ locale, messages, namespace: "figure", formats, timeZone: "UTC" });
}
