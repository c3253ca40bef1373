import { useFormatter, useTranslations } from "next-intl";
import { type DosageColumn, useDosageWords } from "@/components/clinical/dosage-cells";
import type { LineKey } from "@/lib/draft/compare-lines";
import type { DraftLine } from "@/lib/schemas/program";

/** What differs as a reader sees it: sets, repetitions and minutes are one dose. */
export type DifferenceKey = DosageColumn | "rest" | "side" | "phase" | "note" | "reason";
export type Difference = { key: DifferenceKey; now: string | null; was: string | null };

const shownAs: Record<LineKey, DifferenceKey> = {
  phase: "phase",
  sets: "dose",
  reps: "dose",
  durationMin: "dose",
  holdSec: "hold",
  restSec: "rest",
  perDay: "perDay",
  perWeek: "perWeek",
  weekdays: "perWeek",
  loadKg: "load",
  rpeMax: "effort",
  side: "side",
  noteToPatient: "note",
  overrideReason: "reason",
};

/** The parts that differ, each once. */
export function differenceKeys(keys: readonly LineKey[]): DifferenceKey[] {
  return [...new Set(keys.map((key) => shownAs[key]))];
}

/** The differences of two states of a line in words; null: not there. */
export function useDifferences() {
  const words = useDosageWords();
  const t = useTranslations("status.dosage");
  const format = useFormatter();
  const read = (key: DifferenceKey, { dosage, phase, noteToPatient, overrideReason }: DraftLine): string | null => {
    switch (key) {
      case "rest":
        return dosage.restSec === null ? null : t("seconds", { n: String(dosage.restSec) });
      case "side":
        return dosage.side === null ? null : t(`sides.${dosage.side}`);
      case "phase":
        return format.number(phase);
      case "note":
        return noteToPatient;
      case "reason":
        return overrideReason;
      case "perWeek":
        // January 5, 1970 was a Monday.
        return dosage.weekdays
          ? dosage.weekdays
              .map((day) => format.dateTime(new Date(Date.UTC(1970, 0, 4 + day)), { weekday: "short" }))
              .join(" ")
          : words("perWeek", dosage);
      default:
        return words(key, dosage);
    }
  };
  return (keys: readonly LineKey[], before: DraftLine, after: DraftLine): Difference[] =>
    differenceKeys(keys).map((key) => ({ key, now: read(key, after), was: read(key, before) }));
}
