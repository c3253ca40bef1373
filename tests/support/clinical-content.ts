import type {
  ClinicalContent,
  Dosage,
  Earliest,
  ExerciseFacts,
  MovementTag,
  PhaseFacts,
  ProtocolFacts,
  Region,
  RegionalTag,
} from "@/lib/clinical/facts";
import type { Line, ReviewInput } from "@/lib/clinical/prescription";
import { addDays } from "@/lib/clinical/days";
import { review } from "./clinical-answers";

/** A small made-up content for boundary tests: four phases, 0–14–42–84, and a second protocol without limits. */

export const anchor = "2026-01-05";

export function tag(name: MovementTag, region: Region | null = null): RegionalTag {
  return { tag: name, region };
}

export function fromDay(day: number, phase = 1): Earliest {
  return { rule: "FROM_DAY", day, phase, clearance: false, basis: "sourced" };
}

export function withClearance(day: number, phase = 1): Earliest {
  return { rule: "CLEARANCE_FROM_DAY", day, phase, clearance: true, basis: "sourced" };
}

export const avoided: Earliest = { rule: "AVOID", day: null, phase: null, clearance: true, basis: "sourced" };
export const individual: Earliest = { ...avoided, rule: "NEVER_WITHOUT_CLEARANCE", basis: "background, unverified" };

export function anExercise(facts: Partial<ExerciseFacts> = {}): ExerciseFacts {
  return {
    id: "bridge",
    name: { en: "Bridge", es: "Puente" },
    position: "supine",
    tags: [tag("NEUTRAL_SPINE")],
    earliest: { fusion: fromDay(0), pathway: fromDay(0) },
    clearanceKey: "PT_SUPERVISED_START",
    defaultDosage: { sets: 2, reps: 10, perDay: 1 },
    contraindicationCodes: [],
    rampGroup: null,
    sources: ["SEED1"],
    basis: "sourced",
    ...facts,
  };
}

export function aPhase(
  n: number,
  dayStart: number,
  dayEndExclusive: number | null,
  facts: Partial<PhaseFacts> = {},
): PhaseFacts {
  return {
    n,
    name: { en: `Phase ${n}`, es: `Fase ${n}` },
    dayStart,
    dayEndExclusive,
    entryClearances: [],
    limits: { liftKg: null, sitMaxMin: null },
    blockedTags: [],
    lines: [],
    sources: ["SEED2"],
    ...facts,
  };
}

export function aProtocol(id: string, phases: PhaseFacts[], facts: Partial<ProtocolFacts> = {}): ProtocolFacts {
  return {
    id,
    title: { en: `Title of ${id}`, es: `Título de ${id}` },
    procedureType: "fusion",
    region: "LUMBAR",
    anchor: "PROCEDURE_DATE",
    phases,
    sources: ["SEED3"],
    ...facts,
  };
}

export const fourPhases: PhaseFacts[] = [aPhase(1, 0, 14), aPhase(2, 14, 42), aPhase(3, 42, 84), aPhase(4, 84, null)];

export function aContent(exercises: ExerciseFacts[], ...protocols: ProtocolFacts[]): ClinicalContent {
  const known = protocols.length > 0 ? protocols : [aProtocol("fusion", fourPhases)];
  return {
    exercises: Object.fromEntries(exercises.map((exercise) => [exercise.id, exercise])),
    protocols: Object.fromEntries(known.map((protocol) => [protocol.id, protocol])),
  };
}

export const bridgeLine: Line = { exercise: "bridge", dosage: {} };

/** A review on a day since the anchor; day 100 in phase 4 when not said. */
export function onDay(day: number, input: Partial<ReviewInput> = {}): ReviewInput {
  return { protocol: "fusion", anchor, today: addDays(anchor, day), phase: 4, lines: [bridgeLine], ...input };
}

/** The rules and severities that the first line meets, as "rule severity". */
export function firstLine(input: ReviewInput, content: ClinicalContent): string[] {
  const { lines } = review(input, content);
  return (lines[0]?.findings ?? []).map(({ rule, severity }) => `${rule} ${severity}`);
}

export function aLine(dosage: Dosage, exercise = "bridge"): Line {
  return { exercise, dosage };
}

/** The severities with which one rule meets a single line of a dosage, of an exercise without a default unless said. */
export function severitiesOf(
  rule: string,
  dosage: Dosage,
  input: Partial<ReviewInput> = {},
  facts: Partial<ExerciseFacts> = {},
): string[] {
  const content = aContent([anExercise({ defaultDosage: {}, ...facts })]);
  const { lines } = review(onDay(100, { lines: [aLine(dosage)], ...input }), content);
  return (lines[0]?.findings ?? []).filter((finding) => finding.rule === rule).map(({ severity }) => severity);
}
