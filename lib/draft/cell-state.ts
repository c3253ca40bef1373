import type { Dosage } from "@/lib/clinical/facts";
import type { Finding } from "@/lib/clinical/finding";
import { type EntryColumn, keysOf } from "./dosage-entry";

export type CellState = "plain" | "changed" | "over" | "not-signable";

/** Rules that forbid a dosage itself: what they block is a number, not the line. */
const limits = ["over-limit", "clearance-limit"];

/**
 * Why a cell stands out, the gravest first: its number cannot be signed, is over the phase's usual dosage, or differs from the current
 * revision. `before` is null where the line is new or no revision is signed.
 */
export function cellState(
  column: EntryColumn,
  dosage: Dosage,
  { before, usual, findings }: { before: Dosage | null; usual: Dosage | null; findings: readonly Finding[] },
): CellState {
  const amount = amountOf(column, dosage);
  const most = usual && amountOf(column, usual);
  const isOver = amount !== null && most !== null && amount > most;
  const isLimited = findings.some(({ rule, severity }) => severity === "block" && limits.includes(rule));
  if (isLimited && (column === "load" ? amount !== null : column === "dose" && isOver)) return "not-signable";
  if (isOver && findings.some(({ rule }) => rule === "dose-above-default")) return "over";
  return before && keysOf[column].some((key) => String(before[key] ?? "") !== String(dosage[key] ?? ""))
    ? "changed"
    : "plain";
}

function amountOf(column: EntryColumn, dosage: Dosage): number | null {
  switch (column) {
    case "dose":
      if (dosage.durationMin != null) return dosage.durationMin;
      return dosage.reps == null ? (dosage.sets ?? null) : (dosage.sets ?? 1) * dosage.reps;
    case "hold":
      return dosage.holdSec ?? null;
    case "load":
      return dosage.loadKg ?? null;
    case "perDay":
      return dosage.perDay ?? null;
    case "perWeek":
      return dosage.perWeek ?? null;
    case "effort":
      return dosage.rpeMax ?? null;
  }
}
