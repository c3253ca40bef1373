import { useFormatter } from "next-intl";
import { type DosageColumn, useDosageReading } from "@/components/clinical/dosage-cells";
import type { LineKey } from "@/lib/draft/compare-lines";
import type { DraftLine } from "@/lib/schemas/program";

/** What differs as a reader sees it: sets, repetitions and minutes are one dose. */
export type DifferenceKey = DosageColumn | "phase" | "note" | "reason";
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
  const words = useDosageReading();
  const format = useFormatter();
  const read = (key: DifferenceKey, { dosage, phase, noteToPatient, overrideReason }: DraftLine): string | null => {
    switch (key) {
      case "phase":
        return format.number(phase);
      case "note":
        return noteToPatient;
      case "reason":
        return overrideReason;
      default:
        return words(key, dosage);
    }
  };
  return (keys: readonly LineKey[], before: DraftLine, after: DraftLine): Difference[] =>
    differenceKeys(keys).map((key) => ({ key, now: read(key, after), was: read(key, before) }));
}
