import type { Clearance } from "../clearance";
import type { Day } from "../days";
import type { FusionEvidence, MeasureId } from "../entry-criteria";

/** What was seen, and the day on which it was. */
export type Observed<T> = { value: T; on: Day };

/** A result in the measure's unit; `norm` is the person's norm or baseline, where the criterion is one. */
export type FunctionalResult = Observed<number> & { norm?: number | null | undefined };

/** What is known about the person; an absent key is "nothing known". Scores 0–10, minutes and percent as the names say. */
export type Evidence = {
  redFlagFreeDays?: Observed<number> | undefined;
  nprsAvg7d?: Observed<number> | undefined;
  nprsActivity?: Observed<number> | undefined;
  walkContinuousMin?: Observed<number> | undefined;
  sitToleranceMin?: Observed<number> | undefined;
  woundClosed?: Observed<boolean> | undefined;
  fusionEvidence?: Observed<FusionEvidence> | undefined;
  adherencePct?: Observed<number> | undefined;
  clearances?: readonly Clearance[] | undefined;
  functional?: Readonly<Partial<Record<MeasureId, FunctionalResult>>> | undefined;
  /** A clinician's confirmations, by the number of the text in the criteria's `other`, from 1. */
  other?: Readonly<Record<string, Observed<boolean>>> | undefined;
  /** Whether a hold is open; absent: none is. */
  hold?: Observed<boolean> | undefined;
};
