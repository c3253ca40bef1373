import type { Clearance } from "./clearance";
import type { Day } from "./days";
import type { Condition, Dosage, Region, RestrictionKind } from "./facts";
import type { Finding, Severity } from "./finding";

/** What `review` and `signing` are asked about, and what they answer. */

/** A surgeon's restriction; without `region` it meets every region, without `until` it stands. */
export type Restriction = {
  kind: RestrictionKind;
  from?: Day | null | undefined;
  until?: Day | null | undefined;
  region?: Region | null | undefined;
  /** The limit of `lift-limit`. */
  kg?: number | null | undefined;
  /** The limit of `sit-limit`. */
  minutes?: number | null | undefined;
};

export type Line = { exercise: string; dosage: Dosage };

/** A second operation or a pathway on its own date; without `phase` it is in the phase that its day falls in. */
export type OtherProtocol = { protocol: string; anchor?: Day | undefined; phase?: number | undefined };
/** An id alone takes the program's anchor. */
export type AlsoProtocol = string | OtherProtocol;

/** Everything about the person that the rules weigh, and nothing that tells who it is. */
export type Situation = {
  protocol: string;
  /** Procedure date, or start of the pathway. */
  anchor: Day;
  today: Day;
  /** The current phase, from 1. */
  phase: number;
  alsoProtocols?: readonly AlsoProtocol[] | undefined;
  restrictions?: readonly Restriction[] | undefined;
  clearances?: readonly Clearance[] | undefined;
  conditions?: readonly Condition[] | undefined;
  /** Whether a hold is open. */
  hold?: boolean | undefined;
  /** What the patient does now. */
  previous?: readonly Line[] | undefined;
  weekWithoutTriageAboveNormal?: boolean | undefined;
  /** Days by which the surgeon moves every earliest day and phase start from phase 3 on; 0 or more. */
  shiftDays?: number | undefined;
};

export type ReviewInput = Situation & { lines: readonly Line[] };

export type ReviewedLine = { exercise: string; verdict: Severity; findings: Finding[] };

/** `verdict` is the worst of the lines and of the findings that concern the whole program. */
export type ReviewResult = { verdict: Severity; lines: ReviewedLine[]; findings: Finding[] };
