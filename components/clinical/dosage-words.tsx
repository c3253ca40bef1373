import { useLocale, useTranslations } from "next-intl";
import type { Dosage } from "@/lib/clinical/facts";
import { dosageInWords, type DosageParts } from "./dosage-in-words";

/** The dosage in the patient's words and the page's language. */
export function DosageWords({ dosage, ...parts }: { dosage: Dosage } & DosageParts) {
  return <>{dosageInWords(useTranslations("status.dosageWords"), useLocale(), dosage, parts).join(" ")}</>;
}
