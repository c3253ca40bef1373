import type { ProcedureType } from "@/lib/clinical/facts";
import type { Evidence } from "./evidence";

/** What a decision on a subject should rest on, beside the next phase's own criteria. */
export const evidenceNeeds = ["answer", "wound", "sitting", "walking", "imaging", "tests"] as const;
export type EvidenceNeed = (typeof evidenceNeeds)[number];

/** By the content's own conditions of each activity ("wound closed", "sitting tolerance", "walk … pain-free", "solid fusion where fused"). */
const needsOf: Readonly<Record<string, readonly EvidenceNeed[]>> = {
  immersion: ["wound"],
  swimming: ["wound"],
  hydrotherapy: ["wound"],
  SWIM_POOL: ["wound"],
  "desk-work": ["sitting"],
  "stationary-bike": ["sitting"],
  running: ["walking", "imaging"],
  RUNNING: ["walking", "imaging"],
  "jumping-hiit": ["walking", "imaging"],
  tennis: ["walking", "imaging"],
  "sexual-activity": ["walking"],
  twisting: ["imaging"],
  "free-weights": ["imaging"],
  "heavy-manual-work": ["imaging"],
  "contact-sport": ["imaging"],
  "collision-sport": ["imaging"],
  skiing: ["imaging"],
};

/** Which of the content's subjects the list above names. */
export const subjectsWithNeeds: readonly string[] = Object.keys(needsOf);

type Known = {
  subjectId: string;
  procedureType: ProcedureType;
  /** There is an answer about pain within 7 days. */
  hasAnswer: boolean;
  /** Criteria of which a clinician has recorded a result: as readiness names them; `woundClosed` where the wound was seen. */
  recorded: readonly string[];
  /** The patient's last answer calls the wound closed and dry. */
  isWoundReportedClosed: boolean;
  /** Criteria that the phase asks for which a yes would open next. */
  askedByPhase: readonly string[];
};

/** What is missing before the evidence of a request is complete, in the order in which it is named. Imaging counts after a fusion alone. */
export function missingOf(known: Known): EvidenceNeed[] {
  const { subjectId, procedureType, hasAnswer, recorded, isWoundReportedClosed, askedByPhase } = known;
  const needs = new Set<EvidenceNeed>(["answer", ...(needsOf[subjectId] ?? []), ...askedByPhase.map(needOfCriterion)]);
  const has: Record<EvidenceNeed, boolean> = {
    answer: hasAnswer,
    wound: recorded.includes("woundClosed") || isWoundReportedClosed,
    sitting: recorded.includes("sitToleranceMin"),
    walking: recorded.includes("walkContinuousMin"),
    imaging: procedureType !== "fusion" || recorded.includes("fusionEvidence"),
    tests: askedByPhase.every((id) => needOfCriterion(id) !== "tests" || recorded.includes(id)),
  };
  return evidenceNeeds.filter((need) => needs.has(need) && !has[need]);
}

/** What speaks against choosing a usual grant beforehand: a person looks first. Null: nothing does. */
export type Caution = { isHeld: boolean; missing: EvidenceNeed[] };

/**
 * What the evidence of a subject says before a set is signed: an open hold, and what is missing of it; a wound that a clinician did not find
 * closed counts as missing whatever the patient reports.
 */
export function cautionOf({
  subject,
  procedure,
  pain,
  function: measured = [],
  healing,
  conditions,
}: Evidence): Caution | null {
  const { wound = null, woundReport = null, imaging = null } = healing ?? {};
  const missing = missingOf({
    subjectId: subject.id,
    procedureType: procedure.type,
    hasAnswer: pain.points.slice(-8).some((answer) => answer !== null),
    recorded: [
      ...measured.map(({ criterion }) => criterion),
      ...(wound?.isClosed === true ? ["woundClosed"] : []),
      ...(imaging === null ? [] : ["fusionEvidence"]),
    ],
    isWoundReportedClosed: wound === null && woundReport?.isClosed === true,
    askedByPhase: [],
  });
  const isHeld = conditions.holds.length > 0;
  return isHeld || missing.length > 0 ? { isHeld, missing } : null;
}

function needOfCriterion(id: string): EvidenceNeed {
  if (id === "walkContinuousMin") return "walking";
  if (id === "sitToleranceMin") return "sitting";
  if (id === "woundClosed") return "wound";
  return id === "fusionEvidence" ? "imaging" : "tests";
}
