import type { Day } from "./days";
import type { ContentWithEntry, PhaseWithEntry, ProtocolWithEntry } from "./entry-criteria";
import { unverified } from "./finding";
import type { Criterion } from "./readiness/criterion";
import type { CriterionRule } from "./readiness/entry";
import type { Evidence } from "./readiness/evidence";
import { clearances, minDay } from "./readiness/gates";
import {
  adherencePct,
  functional,
  nprsActivityMax,
  nprsAvg7dMax,
  redFlagFreeDays,
  sitToleranceMin,
  walkContinuousMin,
} from "./readiness/measured";
import { fusionEvidence, hold, other, woundClosed } from "./readiness/seen";
import { phaseSourceOf, text } from "./review/report";
import { defaultSettings, type ClinicalSettings } from "./settings";

export type ReadinessInput = {
  protocol: string;
  /** Procedure date, or start of the pathway. */
  anchor: Day;
  today: Day;
  /** The current phase; 0 before the program has started. */
  phase: number;
  /** Days by which the surgeon moves the timeline from phase 3 on; 0 or more. */
  shiftDays?: number | undefined;
  evidence: Evidence;
};

/** `ready` when every criterion is met; unknown is not met. */
export type Readiness = { ready: boolean; criteria: Criterion[] };

/** In the order in which the criteria are listed. */
const criterionRules: readonly CriterionRule[] = [
  minDay,
  redFlagFreeDays,
  nprsAvg7dMax,
  nprsActivityMax,
  walkContinuousMin,
  sitToleranceMin,
  woundClosed,
  fusionEvidence,
  clearances,
  functional,
  adherencePct,
  other,
  hold,
];

/**
 * May the next phase begin? Every criterion of its entry with what is known about it. Phase 0 asks whether the program may start. After the last
 * phase, and for a protocol that the content lacks, the answer is not ready, with that as the one criterion.
 */
export function readiness(
  { protocol: id, phase: n, evidence, anchor, today, shiftDays = 0 }: ReadinessInput,
  content: ContentWithEntry,
  settings: ClinicalSettings = defaultSettings,
): Readiness {
  const protocol = content.protocols[id];
  if (!protocol) return { ready: false, criteria: [unknownProtocol(id)] };
  const phase = protocol.phases.find((candidate) => candidate.n === n + 1);
  if (!phase)
    return { ready: false, criteria: protocol.phases.slice(-1).map((last) => lastPhase(last, protocol, today)) };
  const entry = { protocol, phase, anchor, today, shiftDays, evidence, settings };
  const criteria = criterionRules.flatMap((rule) => rule(entry));
  return { ready: criteria.every(({ state }) => state === "met"), criteria };
}

function lastPhase(phase: PhaseWithEntry, protocol: ProtocolWithEntry, today: Day): Criterion {
  const { en, es } = protocol.title;
  return {
    ...{ id: "lastPhase", state: "unmet", needed: null, has: phase.n, on: today },
    because: text(
      `Phase ${phase.n} is the last of: ${en}. No phase follows it.`,
      `La fase ${phase.n} es la última de: ${es}. No le sigue ninguna.`,
    ),
    source: phaseSourceOf({ phase, protocol }),
  };
}

function unknownProtocol(id: string): Criterion {
  return {
    ...{ id: "protocol", state: "unknown", needed: id, has: null, on: null, source: [unverified] },
    because: text(
      `"${id}" is not in the content. Opens when the content has it.`,
      `«${id}» no está en el contenido. Se abre cuando el contenido lo tenga.`,
    ),
  };
}
