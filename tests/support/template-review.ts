import type { EntryCriteria, ProtocolWithEntry } from "@/lib/clinical/entry-criteria";
import type { PhaseFacts } from "@/lib/clinical/facts";
import type { TemplateReviewLine } from "@/lib/clinical/template-review";
import { aPhase, aProtocol } from "./clinical-content";

/** Criteria that ask for nothing. */
export const noEntry: EntryCriteria = {
  ...{ minDay: 0, redFlagFreeDays: 0, nprsAvg7dMax: null, nprsActivityMax: null, walkContinuousMin: null },
  ...{ sitToleranceMin: null, woundClosed: null, fusionEvidence: "NONE_REQUIRED", functional: [], adherencePct: null },
  other: [],
};

export type PhaseChange = Partial<PhaseFacts> & { entry?: Partial<EntryCriteria> };

/** Days 0–14–42 of the shipped protocol "fusion", each phase changed as said. */
export function aTemplate(...changes: PhaseChange[]): ProtocolWithEntry {
  const phases = [aPhase(1, 0, 14), aPhase(2, 14, null)].map((phase, index) => {
    const { entry, ...change } = changes[index] ?? {};
    const changed = { ...phase, ...change };
    return { ...changed, entryCriteria: { ...noEntry, minDay: changed.dayStart, ...entry } };
  });
  return { ...aProtocol("fusion", []), phases };
}

/** A line of a template: a bridge that an assignment takes. */
export const templateLine = (phase: number, change: Partial<TemplateReviewLine> = {}): TemplateReviewLine => ({
  ...{ phase, exercise: "bridge", dosage: {}, starting: true, overrideReason: null },
  ...change,
});
/** One starting line in each phase. */
export const oneEach = [templateLine(1), templateLine(2)];
