import type { DraftLine } from "@/lib/schemas/program";
import type { LineDosage } from "./draft";
import { dosageKeys, isSameDosage, isSameLine, isSameStart, isSameWeek } from "./same";

/** Whose state of a line or value is taken. */
export type MergeSide = "mine" | "theirs";

type DosageKey = (typeof dosageKeys)[number];
/** What two people can change of one line independently of each other; times a week and the days are one. */
export type LineField = "line" | "phase" | "exercise" | "noteToPatient" | "overrideReason" | "starting" | DosageKey;

type Value = { field: LineField; isSame: (a: DraftLine, b: DraftLine) => boolean };

const amount: readonly DosageKey[] = ["sets", "reps", "holdSec", "durationMin"];

/**
 * One line that both have, changed from the state that both read: what only one changed is taken, both the same is no conflict. An exercise that
 * one replaced while the other wrote on the line is one conflict, because a dosage, a note and a reason are meant for the exercise that they stood by.
 * @param base null where both brought the line in
 * @param choice what the conflicting values are taken from; mine while nobody has chosen
 */
export function mergeLine(
  base: DraftLine | null,
  mine: DraftLine,
  theirs: DraftLine,
  choice: MergeSide = "mine",
): { line: DraftLine; conflicts: LineField[] } {
  if (base === mine) return { line: theirs, conflicts: [] };
  const chosen = choice === "mine" ? mine : theirs;
  if (isSameLine(mine, theirs)) return { line: theirs, conflicts: [] };
  if (base === null || isReplacedUnderHand(base, mine, theirs)) {
    const conflicts = valuesOf(mine, theirs).filter(({ isSame }) => !isSame(mine, theirs));
    return { line: chosen, conflicts: conflicts.map(({ field }) => field) };
  }
  let line = base;
  const conflicts: LineField[] = [];
  for (const { field, isSame } of valuesOf(base, mine, theirs)) {
    const [isMine, isTheirs] = [!isSame(base, mine), !isSame(base, theirs)];
    if (isMine && isTheirs && !isSame(mine, theirs)) {
      conflicts.push(field);
      line = taking(line, field, chosen, [base, mine, theirs]);
    } else if (isMine || isTheirs) line = taking(line, field, isMine ? mine : theirs, [base, mine, theirs]);
  }
  return { line, conflicts };
}

function isReplacedUnderHand(base: DraftLine, mine: DraftLine, theirs: DraftLine): boolean {
  const replaced = (line: DraftLine) => line.exercise !== base.exercise;
  const written = (line: DraftLine) =>
    replaced(line) ||
    line.noteToPatient !== base.noteToPatient ||
    line.overrideReason !== base.overrideReason ||
    !isSameDosage(line.dosage, base.dosage);
  return (replaced(mine) && written(theirs)) || (replaced(theirs) && written(mine));
}

/** The values of a line; where one of them is done by the clock and another is counted, the amount is one value. */
function valuesOf(...states: readonly DraftLine[]): Value[] {
  const isOneAmount = hasTwoKinds(states);
  const keys = isOneAmount ? dosageKeys.filter((key) => key === "sets" || !amount.includes(key)) : dosageKeys;
  return [
    { field: "phase", isSame: (a, b) => a.phase === b.phase },
    { field: "exercise", isSame: (a, b) => a.exercise === b.exercise && a.templateLineId === b.templateLineId },
    { field: "noteToPatient", isSame: (a, b) => a.noteToPatient === b.noteToPatient },
    { field: "overrideReason", isSame: (a, b) => a.overrideReason === b.overrideReason },
    { field: "starting", isSame: isSameStart },
    ...keys.map((key): Value => ({
      field: key,
      isSame: (a, b) => unitOf(key, isOneAmount).every((part) => isSamePart(a.dosage, b.dosage, part)),
    })),
  ];
}

function hasTwoKinds(states: readonly DraftLine[]): boolean {
  return new Set(states.map(({ dosage }) => dosage.durationMin === null)).size > 1;
}

function unitOf(key: DosageKey, isOneAmount: boolean): readonly DosageKey[] {
  return isOneAmount && key === "sets" ? amount : [key];
}

function isSamePart(a: LineDosage, b: LineDosage, key: DosageKey): boolean {
  return a[key] === b[key] && (key !== "perWeek" || isSameWeek(a.weekdays, b.weekdays));
}

function taking(line: DraftLine, field: LineField, from: DraftLine, states: readonly DraftLine[]): DraftLine {
  switch (field) {
    case "line":
      return from;
    case "phase":
      return { ...line, phase: from.phase };
    case "exercise":
      return { ...line, exercise: from.exercise, templateLineId: from.templateLineId };
    case "noteToPatient":
      return { ...line, noteToPatient: from.noteToPatient };
    case "overrideReason":
      return { ...line, overrideReason: from.overrideReason };
    case "starting":
      return { ...line, starting: from.starting, startReason: from.startReason };
    case "perWeek": {
      const { weekdays, ...dosage } = { ...line.dosage, weekdays: from.dosage.weekdays };
      const days = weekdays == null ? {} : { weekdays };
      return { ...line, dosage: { ...dosage, perWeek: from.dosage.perWeek, ...days } };
    }
    default: {
      const parts = unitOf(field, hasTwoKinds(states)).map((key) => [key, from.dosage[key]] as const);
      return { ...line, dosage: { ...line.dosage, ...Object.fromEntries(parts) } };
    }
  }
}
