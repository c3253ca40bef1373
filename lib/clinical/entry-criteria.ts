import type { ClinicalContent, PhaseFacts, ProtocolFacts, Text } from "./facts";

/** What the content asks before a phase may begin; only `readiness` reads it. */

/** How far bone has healed, weakest first. Asked as `NONE_REQUIRED` it asks for nothing; observed, it means that no healing is seen. */
export const fusionEvidenceLevels = ["NONE_REQUIRED", "PROGRESSING", "SOLID"] as const;
export type FusionEvidence = (typeof fusionEvidenceLevels)[number];

/** The measures of the clinical reference, by which function tests are named. */
export const measureIds = [
  "NPRS",
  "ODI",
  "NDI",
  "PROMIS_PF_PI",
  "RMDQ",
  "PSFS",
  "TUG",
  "5XSTS",
  "30S_CHAIR_STAND",
  "6MWT",
  "EQ5D",
  "PHQ2",
  "TSK",
  "RPE",
] as const;
export type MeasureId = (typeof measureIds)[number];

/** A value that is no number is read from the evidence, beside the result. */
export const personalValues = ["age/sex norm", "baseline"] as const;

export type FunctionalCriterion = {
  measure: MeasureId;
  op: "<=" | ">=";
  value: number | (typeof personalValues)[number];
  unit: string;
};

/** Null: the phase does not ask for it. The clearances of the entry are the phase's `entryClearances`. */
export type EntryCriteria = {
  /** Days since the anchor. */
  minDay: number;
  redFlagFreeDays: number;
  /** Pain scores, 0–10. */
  nprsAvg7dMax: number | null;
  nprsActivityMax: number | null;
  walkContinuousMin: number | null;
  sitToleranceMin: number | null;
  woundClosed: boolean | null;
  fusionEvidence: FusionEvidence;
  functional: FunctionalCriterion[];
  adherencePct: number | null;
  /** Each is a criterion of its own, met by a clinician's dated confirmation. */
  other: Text[];
};

export type PhaseWithEntry = PhaseFacts & { entryCriteria: EntryCriteria };
export type ProtocolWithEntry = Omit<ProtocolFacts, "phases"> & { phases: PhaseWithEntry[] };

/** The clinical content with what `readiness` reads; it serves `review` and `signing` too. */
export type ContentWithEntry = Pick<ClinicalContent, "exercises"> & {
  protocols: Readonly<Record<string, ProtocolWithEntry>>;
};
