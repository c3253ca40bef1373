import type { DraftLine } from "@/lib/schemas/program";
import type { Draft, LineDosage } from "./draft";

/** The keys of a dosage that are one value each; the days of the week belong to `perWeek`. */
export const dosageKeys = [
  "sets",
  "reps",
  "holdSec",
  "restSec",
  "durationMin",
  "perDay",
  "perWeek",
  "loadKg",
  "rpeMax",
  "side",
] as const satisfies readonly (keyof LineDosage)[];

/** Whether two dosages prescribe the same; days of the week that are absent and that are null are the same. */
export function isSameDosage(a: LineDosage, b: LineDosage): boolean {
  return dosageKeys.every((key) => a[key] === b[key]) && isSameWeek(a.weekdays, b.weekdays);
}

/** Whether two choices of weekdays are the same; absent and null both leave them to the patient. */
export function isSameWeek(a: LineDosage["weekdays"], b: LineDosage["weekdays"]): boolean {
  return (a ?? []).join() === (b ?? []).join();
}

/** Whether two states of a line say the same. */
export function isSameLine(a: DraftLine, b: DraftLine): boolean {
  return (
    a === b ||
    (a.id === b.id &&
      a.phase === b.phase &&
      a.exercise === b.exercise &&
      a.noteToPatient === b.noteToPatient &&
      a.overrideReason === b.overrideReason &&
      a.templateLineId === b.templateLineId &&
      isSameStart(a, b) &&
      isSameDosage(a.dosage, b.dosage))
  );
}

/** Whether an assignment takes both or neither, for the same reason; a line that says nothing of it is not taken. */
export function isSameStart(a: DraftLine, b: DraftLine): boolean {
  const [one, other] = [a.startReason ?? null, b.startReason ?? null];
  return (a.starting ?? false) === (b.starting ?? false) && one?.en === other?.en && one?.es === other?.es;
}

/** Whether two drafts say the same, lines in the same order. */
export function isSameDraft(a: Draft, b: Draft): boolean {
  return a === b || (a.startPhase === b.startPhase && areSameLines(a.lines, b.lines));
}

/** Whether the same lines stand in the same order. */
export function areSameLines(a: readonly DraftLine[], b: readonly DraftLine[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((line, index) => {
    const other = b[index];
    return other !== undefined && isSameLine(line, other);
  });
}
