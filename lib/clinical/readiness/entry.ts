import type { Day } from "../days";
import type { PhaseWithEntry, ProtocolWithEntry } from "../entry-criteria";
import type { ClinicalSettings } from "../settings";
import type { Criterion } from "./criterion";
import type { Evidence } from "./evidence";

/** The entry into a phase, as of today. */
export type Entry = {
  protocol: ProtocolWithEntry;
  /** The phase that would begin. */
  phase: PhaseWithEntry;
  anchor: Day;
  today: Day;
  /** The surgeon's later timeline, for phases from 3 on; days, 0 or more. */
  shiftDays: number;
  evidence: Evidence;
  settings: ClinicalSettings;
};

/** One kind of criterion; none where the phase does not ask for it. */
export type CriterionRule = (entry: Entry) => readonly Criterion[];
