import { isLive, type Clearance } from "@/lib/clinical/clearance";
import type { ClearanceKey } from "@/lib/clinical/facts";
import type { Restriction } from "@/lib/clinical/prescription";
import { addDays, type Day } from "@/lib/dates";

/** A restriction as the record holds it: it ends on a date, with a phase, or with a clearance. */
export type StoredRestriction = Pick<Restriction, "kind" | "region" | "kg" | "minutes"> & {
  untilDate: Day | null;
  untilPhase: number | null;
  untilClearance: ClearanceKey | null;
};

type Known = {
  anchor: Day;
  today: Day;
  shiftDays?: number | undefined;
  currentPhase: number | null;
  /** With whether each is of the key itself: an activity that opens a key lifts nothing. */
  clearances?: readonly (Clearance & { isOfTheKey: boolean })[] | undefined;
  phaseStarts: readonly { n: number; dayStart: number }[];
};

/**
 * The restrictions that stand, with the last day on which each can still be met. One that ends with a phase stands until that phase is entered,
 * and for lines of later phases until the day before the phase can begin; one that ends with a clearance stands until the grant of the key itself is live.
 */
export function inForce(stored: readonly StoredRestriction[], known: Known): Restriction[] {
  return stored.flatMap(({ untilDate, untilPhase, untilClearance, ...restriction }) => {
    if (untilPhase !== null) {
      if (known.currentPhase !== null && known.currentPhase >= untilPhase) return [];
      return [{ ...restriction, until: latest(known.today, dayBefore(untilPhase, known)) }];
    }
    if (untilClearance !== null) {
      const isLifted = known.clearances?.some(
        (grant) => grant.isOfTheKey && grant.key === untilClearance && isLive(grant, known.today),
      );
      return isLifted ? [] : [{ ...restriction, until: null }];
    }
    return [{ ...restriction, until: untilDate }];
  });
}

function dayBefore(phase: number, known: Known): Day {
  const start = known.phaseStarts.find(({ n }) => n === phase)?.dayStart ?? 0;
  const shift = phase >= 3 ? (known.shiftDays ?? 0) : 0;
  return addDays(known.anchor, start + shift - 1);
}

function latest(a: Day, b: Day): Day {
  return a > b ? a : b;
}
