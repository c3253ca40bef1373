import type { useTranslations } from "next-intl";
import { measureIds } from "@/lib/clinical/entry-criteria";
import { measureWords } from "@/lib/clinical/readiness/measure-words";
import { shortDecimal } from "@/lib/i18n/decimals";
import type { Locale } from "@/lib/i18n/locale";
import type { TimelineEvent } from "@/lib/records/timeline/event";

type Recorded = Extract<TimelineEvent, { kind: "evidence" }>["value"];

/** "Walks 20 min", "Wound: closed", "Timed up and go (TUG): 9.4": what a clinician recorded of one criterion. */
export function criterionInWords(
  criterion: string,
  value: Recorded,
  t: ReturnType<typeof useTranslations<"timeline">>,
  locale: Locale,
): string {
  if (criterion === "walkContinuousMin" && typeof value === "number") return t("evidence.walks", { n: value });
  if (criterion === "sitToleranceMin" && typeof value === "number") return t("evidence.sits", { n: value });
  if (criterion === "woundClosed") return t(value === true ? "evidence.woundClosed" : "evidence.woundOpen");
  if (criterion === "fusionEvidence" && typeof value === "string") return t(`evidence.imaging.${value}`);
  const measure = measureIds.find((id) => criterion === `functional:${id}`);
  if (measure !== undefined && typeof value === "number") {
    return t("evidence.test", { name: measureWords[measure][locale], value: shortDecimal(value) });
  }
  return t(value === true ? "evidence.confirmed" : "evidence.notSo");
}
