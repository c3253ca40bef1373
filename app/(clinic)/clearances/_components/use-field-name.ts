import { useLocale, useTranslations } from "next-intl";
import type { DecisionSubject } from "@/lib/records/clearances/clearance-detail";

const terms = ["maxMinutes", "maxKg", "fromDay", "untilDay", "reviewOn", "wordsForPatient"] as const;

/**
 * What the error summary calls a field, and to which it leads: `lines.2.fromDay` is "Running, From" where there are several lines. A load is
 * typed in the clinic's unit and sent in kilograms.
 */
export function useFieldName(
  subjects: readonly Pick<DecisionSubject, "name">[],
): (name: string) => { name: string | undefined; label: string } {
  const t = useTranslations("clearances.decide");
  const locale = useLocale();
  return (name) => {
    const [, at = "", field = ""] = /^lines\.(\d+)\.(.+)$/.exec(name) ?? [];
    if (at === "")
      return { name: name === "password" ? name : undefined, label: t(name === "password" ? name : "legend") };
    const term = terms.find((known) => known === field);
    const word = t(field === "reason" ? "reason" : (term ?? "legend"));
    const subject = subjects.length > 1 ? subjects[Number(at)]?.name[locale] : undefined;
    return {
      name: field === "maxKg" ? `lines.${at}.load` : name,
      label: subject === undefined ? word : `${subject}, ${word}`,
    };
  };
}
