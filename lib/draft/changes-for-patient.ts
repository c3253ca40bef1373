import type { DraftLine } from "@/lib/schemas/program";
import { compareLines, type LineKey } from "./compare-lines";

/** A line of the phase in hand, and whether the patient can read it. */
export type ReadLine = { line: DraftLine; isOpen: boolean };

/** What a new revision means to the patient, without a word of lines that are held back. */
export type PatientChange =
  | { kind: "added"; after: DraftLine }
  | { kind: "stopped"; before: DraftLine }
  | { kind: "changed"; before: DraftLine; after: DraftLine };

/**
 * What changes for the patient when `after` takes the place of `before`. Only what could be read is stopped, only what can be read is new; a line
 * that was held back and opens is new, one that was open and is held back is stopped.
 */
export function changesForPatient(before: readonly ReadLine[], after: readonly ReadLine[]): PatientChange[] {
  const couldRead = idsOf(before);
  const canRead = idsOf(after);
  return compareLines(linesOf(before), linesOf(after)).flatMap((change): PatientChange[] => {
    const now = change.kind !== "removed" && canRead.has(change.after.id) ? change.after : null;
    const then = change.kind !== "added" && couldRead.has(change.before.id) ? change.before : null;
    if (now && !then) return [{ kind: "added", after: now }];
    if (then && !now) return [{ kind: "stopped", before: then }];
    const isToldOf = change.kind === "both" && change.keys.some(isForPatient);
    return now && then && isToldOf ? [{ kind: "changed", before: then, after: now }] : [];
  });
}

/** The phase is where a line stands, the reason of an override is the team's: neither is for the patient. */
function isForPatient(key: LineKey): boolean {
  return key !== "phase" && key !== "overrideReason";
}

function linesOf(read: readonly ReadLine[]): DraftLine[] {
  return read.map(({ line }) => line);
}

function idsOf(read: readonly ReadLine[]): Set<string> {
  return new Set(read.filter(({ isOpen }) => isOpen).map(({ line }) => line.id));
}
