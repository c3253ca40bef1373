import { useFormatter, useTranslations } from "next-intl";
import { poundsOf } from "@/components/clinical/dosage-parts";
import { partOfMonth, weightLike } from "@/lib/clinical/activity-now";
import type { Day } from "@/lib/dates";
import type { OwnRestriction } from "@/lib/records/today/allowed-row";
import type { AllowedEntry } from "@/lib/records/today/load-allowed";
import { useText } from "../../_components/words";

const necks = ["no-bending", "no-twisting", "no-extension", "no-side-bending"] as const;

/** What a restriction forbids, of the back or of the neck. */
export function useRestrictionName(): (
  restriction: Pick<OwnRestriction, "kind" | "region" | "kg" | "minutes">,
) => string {
  const t = useTranslations("patient.allowed.restrictions");
  const neck = useTranslations("patient.allowed.neck");
  const kilos = useKilos();
  return ({ kind, region, kg, minutes }) => {
    if (kind === "lift-limit") return t(kind, kilos(kg ?? 0));
    if (kind === "sit-limit") return t(kind, { minutes: String(minutes ?? 0) });
    const ofNeck = region === "CERVICAL" ? necks.find((known) => known === kind) : undefined;
    return ofNeck === undefined ? t(kind) : neck(ofNeck);
  };
}

/** The name of what is not granted: of a key a plain name, because its sentence is true only while it is granted. */
export function useEntryName(): (entry: Pick<AllowedEntry, "key" | "name">) => string {
  const keys = useTranslations("patient.allowed.keys");
  const text = useText();
  return ({ key, name }) => (key === null ? text(name) : keys(key));
}

const isOf = (iso: Day, today: Day) => iso.slice(0, 4) === today.slice(0, 4);

/** Days, weights and what a weight is like, in everyday words. */
export function useAllowedWords(timeZone: string, today: Day) {
  const t = useTranslations("patient.allowed");
  const format = useFormatter();
  const kilos = useKilos();
  return {
    kilos,
    /** With the year only where it is another one than today's. */
    day: (iso: Day) => format.dateTime(new Date(iso), isOf(iso, today) ? "dayMonthWords" : "dateWords"),
    moment: (iso: string) => format.dateTime(new Date(iso), { timeZone, month: "long", day: "numeric" }),
    like: (kg: number) => {
      const what = weightLike(kg);
      return what === null ? null : t("like", { what, pounds: String(kilos(kg).pounds) });
    },
    /** "late December": a guideline's day is named by its part of the month, with the year where that is another one. */
    month: (iso: Day) => ({
      part: partOfMonth(iso),
      month: format.dateTime(new Date(iso), { month: "long", ...(isOf(iso, today) ? {} : { year: "numeric" }) }),
    }),
  };
}

function useKilos() {
  const format = useFormatter();
  return (kg: number) => ({ kilos: format.number(kg, { maximumFractionDigits: 1 }), pounds: poundsOf(kg) });
}
