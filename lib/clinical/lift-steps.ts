import { addDays, type Day } from "./days";
import type { Basis, Text } from "./facts";
import { unverified } from "./finding";
import type { RestrictionTerms } from "./restriction-strictness";

/** One step of the lifting ladder as the content has it, in days since the anchor; null kilograms: the surgeon sets the limit. */
export type LadderStep = {
  dayStart: number;
  dayEndExclusive: number | null;
  limitKg: number | null;
  basis: Basis;
  sources: readonly string[];
  note: Text | null;
};

/** A step on the patient's own calendar; `until` is its last day. */
export type LiftStep = {
  kg: number | null;
  from: Day;
  until: Day | null;
  isNow: boolean;
  sources: string[];
  note: Text | null;
};

/** Whose days: what they count from, and by how much the surgeon moved everything from phase 3 on. */
export type OwnDays = {
  anchor: Day;
  today: Day;
  shiftDays: number;
  /** The protocol's `firstShiftedDay`. */
  shiftsFrom: number;
};

/** The lifting ladder by the patient's days, with the step of today; before the procedure that is the first. */
export function liftSteps(ladder: readonly LadderStep[], days: OwnDays): LiftStep[] {
  const steps = ladder.map(({ dayStart, dayEndExclusive, limitKg, basis, sources, note }) => ({
    kg: limitKg,
    from: dayOn(dayStart, days),
    until: dayEndExclusive === null ? null : addDays(dayOn(dayEndExclusive, days), -1),
    sources: basis === unverified ? [unverified] : [...sources],
    note,
  }));
  const now = Math.max(
    0,
    steps.findLastIndex(({ from }) => from <= days.today),
  );
  return steps.map((step, index) => ({ ...step, isNow: index === now }));
}

/** A step that may become the limit now, with the restriction that it would be. */
type StepToSet = LiftStep & { kg: number; terms: RestrictionTerms };

/**
 * The step of today and stricter ones: a restriction begins when it is signed, so a later step waits for its own first day. Each stands as long as
 * the step of today.
 */
export function stepsToSet(ladder: readonly LiftStep[]): StepToSet[] {
  const now = ladder.filter(({ isNow }) => isNow);
  return now.flatMap(({ kg: most, from: begun, until }) =>
    ladder.flatMap((step) => {
      const { kg, from } = step;
      if (kg === null || from > begun || kg > (most ?? kg)) return [];
      const ends = { untilDate: until, untilPhase: null, untilClearance: null };
      return [{ ...step, kg, until, terms: { kind: "lift-limit", region: null, kg, minutes: null, ...ends } }];
    }),
  );
}

/** A day of the content as a date; what lies in phase 3 or later is shifted. */
function dayOn(day: number, { anchor, shiftDays, shiftsFrom }: OwnDays): Day {
  return addDays(anchor, day >= shiftsFrom ? day + shiftDays : day);
}
