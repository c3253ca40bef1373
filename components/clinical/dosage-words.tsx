import { useLocale } from "next-intl";
import type { Dosage } from "@/lib/clinical/facts";
import { dosageSentences, type DosageParts } from "./dosage-sentences";

/** The dosage in the patient's words and the page's language. */
export function DosageWords({ dosage, ...parts }: { dosage: Dosage } & DosageParts) {
  return <>{dosageSentences(useLocale(), dosage, parts).join(" ")}</>;
}
