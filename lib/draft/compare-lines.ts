import type { DraftLine } from "@/lib/schemas/program";
import { dosageKeys, isSameWeek } from "./same";

/** What of a line can differ; the exercise itself cannot: another exercise is another line. */
export type LineKey = "phase" | (typeof dosageKeys)[number] | "weekdays" | "noteToPatient" | "overrideReason";

/** One line as two states of a program have it. `keys` is empty where nothing differs. */
export type LineChange =
  | { kind: "added"; after: DraftLine }
  | { kind: "removed"; before: DraftLine }
  | { kind: "both"; before: DraftLine; after: DraftLine; keys: LineKey[] };

/**
 * Two states of a program, line by line, in the order of the later one; what it lacks stands at the end of its phase. Lines belong together by
 * id, where a draft continues a revision; then by exercise and phase; then by exercise, moved. Swapping the two states mirrors the answer.
 */
export function compareLines(before: readonly DraftLine[], after: readonly DraftLine[]): LineChange[] {
  const partners = pairs(before, after);
  const paired = new Set(partners.values());
  const changes = after.map((line): LineChange => {
    const partner = partners.get(line);
    return partner
      ? { kind: "both", before: partner, after: line, keys: differingKeys(partner, line) }
      : { kind: "added", after: line };
  });
  const removed = before.filter((line) => !paired.has(line));
  return [...changes, ...removed.map((line): LineChange => ({ kind: "removed", before: line }))].sort(
    (a, b) => phaseOf(a) - phaseOf(b),
  );
}

/** What differs between two states of one line, in the order in which it is read. */
export function differingKeys(before: DraftLine, after: DraftLine): LineKey[] {
  const keys: LineKey[] = before.phase === after.phase ? [] : ["phase"];
  keys.push(...dosageKeys.filter((key) => before.dosage[key] !== after.dosage[key]));
  if (!isSameWeek(before.dosage.weekdays, after.dosage.weekdays)) keys.push("weekdays");
  if (before.noteToPatient !== after.noteToPatient) keys.push("noteToPatient");
  if (before.overrideReason !== after.overrideReason) keys.push("overrideReason");
  return keys;
}

/** Whether anything differs. */
export function isChange(change: LineChange): boolean {
  return change.kind !== "both" || change.keys.length > 0;
}

/** The phase in which a change is shown: that of the later state, where it has the line. */
export function phaseOf(change: LineChange): number {
  return change.kind === "removed" ? change.before.phase : change.after.phase;
}

type Match = (a: DraftLine, b: DraftLine) => boolean;
const isSameExercise: Match = (a, b) => a.exercise === b.exercise;
const matches: readonly Match[] = [
  (a, b) => a.id === b.id && isSameExercise(a, b),
  (a, b) => a.phase === b.phase && isSameExercise(a, b),
  isSameExercise,
];

/** By the later line; each earlier one at most once, the surer match first. */
function pairs(before: readonly DraftLine[], after: readonly DraftLine[]): Map<DraftLine, DraftLine> {
  const partners = new Map<DraftLine, DraftLine>();
  const free = new Set(before);
  for (const isMatch of matches) {
    for (const line of after) {
      if (partners.has(line)) continue;
      const partner = [...free].find((candidate) => isMatch(candidate, line));
      if (!partner) continue;
      partners.set(line, partner);
      free.delete(partner);
    }
  }
  return partners;
}
