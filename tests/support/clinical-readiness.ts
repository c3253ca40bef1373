import { addDays } from "@/lib/clinical/days";
import type { ContentWithEntry, EntryCriteria, PhaseWithEntry } from "@/lib/clinical/entry-criteria";
import type { PhaseFacts } from "@/lib/clinical/facts";
import type { Readiness, ReadinessInput } from "@/lib/clinical/readiness";
import type { Evidence } from "@/lib/clinical/readiness/evidence";
import { defaultSettings, type ClinicalSettings } from "@/lib/clinical/settings";
import { readiness } from "./clinical-answers";
import { anchor, aPhase, aProtocol } from "./clinical-content";

/** A made-up protocol of four phases, 0–14–42–84, whose entries ask for nothing but their day, unless said. */

const asksNothing: EntryCriteria = {
  minDay: 0,
  redFlagFreeDays: 0,
  nprsAvg7dMax: null,
  nprsActivityMax: null,
  walkContinuousMin: null,
  sitToleranceMin: null,
  woundClosed: null,
  fusionEvidence: "NONE_REQUIRED",
  functional: [],
  adherencePct: null,
  other: [],
};

/** The day on which the tests ask, day 200 since the anchor. */
export const today = addDays(anchor, 200);

export function daysAgo(days: number): string {
  return addDays(today, -days);
}

export function entryContent(asked: Partial<EntryCriteria> = {}, facts: Partial<PhaseFacts> = {}): ContentWithEntry {
  const phases = ([0, 14, 42, 84] as const).map((dayStart, index): PhaseWithEntry => {
    const entryCriteria = { ...asksNothing, minDay: dayStart, ...asked };
    return { ...aPhase(index + 1, dayStart, null, facts), entryCriteria };
  });
  return { exercises: {}, protocols: { fusion: { ...aProtocol("fusion", []), phases } } };
}

export function ask(
  content: ContentWithEntry,
  evidence: Evidence = {},
  input: Partial<ReadinessInput> = {},
  settings: ClinicalSettings = defaultSettings,
): Readiness {
  return readiness({ protocol: "fusion", anchor, today, phase: 1, evidence, ...input }, content, settings);
}

/** The state of one criterion; undefined where it is not listed. */
export function stateOf(id: string, ...given: Parameters<typeof ask>): string | undefined {
  return ask(...given).criteria.find((criterion) => criterion.id === id)?.state;
}

/** One criterion in words: its state, the reason in English and Spanish, and its sources. */
export function criterionSaid(id: string, ...given: Parameters<typeof ask>): (string | undefined)[] {
  const { state, because, source } = ask(...given).criteria.find((criterion) => criterion.id === id) ?? {};
  return [state, because?.en, because?.es, source?.join(" · ")];
}
