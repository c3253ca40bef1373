import type { ContentPhase, ContentProtocol } from "@/lib/schemas/content/protocol";
import type { ContentExercise } from "@/lib/schemas/content/exercise";
import type { ContentMeasure } from "@/lib/schemas/content/measure";
import type { ContentActivity } from "@/lib/schemas/content/activity";
import type { ProductContent } from "@/prisma/content/load";

/** By field; a value is compared as JSON. */
export type Facts = Readonly<Record<string, unknown>>;
type FactsById = Readonly<Record<string, Facts>>;

/** What of our content the clinical reference also says, in the shape of `tests/support/clinical-reference.json`. */
export function factsOf(content: ProductContent): Readonly<Record<string, FactsById>> {
  const { triage } = content;
  return {
    exercises: mapped(content.exercises, exerciseFacts),
    protocols: mapped(content.protocols, protocolFacts),
    activities: keyed(content.activities, "id", activityFacts),
    clearanceKeys: mapped(content.clearanceKeys, ({ grantedBy }) => ({ grantedBy })),
    conditions: mapped(content.conditions, () => ({})),
    liftingLadder: mapped(content.liftingLadder, (steps) => ({
      steps: steps.map(({ dayStart, dayEndExclusive, limitKg, basis }) => [dayStart, dayEndExclusive, limitKg, basis]),
    })),
    timelineModifiers: { all: { shiftWeeks: content.timelineModifiers.map(({ shiftWeeks }) => shiftWeeks) } },
    levels: keyed(triage.levels, "code", ({ level, slaMinutes, notify }) => ({ level, slaMinutes, notify })),
    inputs: keyed(triage.inputs, "key", ({ type, required, redFlag, requiredWhen, values, range }) => ({
      type,
      required,
      redFlag,
      requiredWhen,
      values: values?.map(({ value }) => value) ?? null,
      range: range ?? null,
    })),
    rules: keyed(triage.rules, "id", ({ level, condition, basis, sources }) => ({
      level,
      condition,
      basis,
      sources: sorted(sources),
    })),
    trendRules: keyed(triage.trendRules, "id", ({ level, notify }) => ({ level, notify })),
    parameters: mapped(triage.parameters, ({ default: value, rules }) => ({ default: value, rules: sorted(rules) })),
    measures: keyed(content.measures, "id", measureFacts),
    sources: content.sources,
    seedCoverage: keyed(content.seedCoverage, "id", ({ article, line }) => ({ article, line })),
  };
}

function exerciseFacts(exercise: ContentExercise): Facts {
  const { category, position, clearanceKey, defaultDosage, rampGroup, basis } = exercise;
  return {
    category,
    position,
    tags: tagsOf(exercise.tags),
    clearanceKey,
    contraindicationCodes: sorted(
      exercise.contraindicationCodes.map(({ condition, severity }) => `${condition} ${severity}`),
    ),
    defaultDosage: present(defaultDosage),
    rampGroup,
    basis,
    sources: sorted(exercise.sources),
    seedRefs: sorted(exercise.seedRefs),
    ...prefixed(
      "earliest",
      mapped(exercise.earliest, ({ rule, day, phase, clearance }) => [rule, day, phase, clearance]),
    ),
  };
}

function protocolFacts(protocol: ContentProtocol): Facts {
  const { procedureType, region, anchor, techniques, sources, phases } = protocol;
  return {
    procedureType,
    region,
    anchor,
    techniques: techniques.length,
    sources: sorted(sources),
    phases: phases.map(({ n }) => n),
    ...(Object.assign({}, ...phases.map((phase) => prefixed(`phases.${phase.n}`, phaseFacts(phase)))) as Facts),
  };
}

function phaseFacts(phase: ContentPhase): Facts {
  const { other, clearances, ...criteria } = phase.entryCriteria;
  const { liftKg, sitMaxMin, brace, driving } = phase.limits;
  return {
    days: [phase.dayStart, phase.dayEndExclusive],
    ...prefixed("entryCriteria", { ...criteria, clearances: sorted(clearances), other: other.length }),
    limits: [liftKg, sitMaxMin],
    "limits.words": [brace !== null, driving !== null],
    blockedTags: tagsOf(phase.blockedTags),
    sources: sorted(phase.sources),
    goals: phase.goals.length,
    precautions: phase.precautions.length,
    progressionCriteria: phase.progressionCriteria.length,
    regressionCriteria: phase.regressionCriteria.length,
    lines: sorted(phase.lines.map(({ exercise }) => exercise)),
    ...prefixed(
      "lines",
      keyed(phase.lines, "exercise", ({ availableFromDay, requiresClearance, clearanceKey, dosage }) => [
        availableFromDay,
        requiresClearance,
        clearanceKey ?? null,
        present(dosage),
      ]),
    ),
  };
}

function activityFacts(activity: ContentActivity): Facts {
  const { clearedBy, clearanceKey, confidence } = activity;
  return {
    clearedBy,
    clearanceKey,
    surgeonIn: sorted(activity.surgeonIn),
    confidence,
    conditions: activity.conditions.length,
    sources: sorted(activity.sources),
    seedRefs: sorted(activity.seedRefs),
    ...prefixed(
      "typicalEarliest",
      mapped(activity.typicalEarliest, ({ rule, day, basis }) => [rule, day, basis]),
    ),
  };
}

const directionWords = { "higher-is-worse": "worse", "higher-is-better": "better", "higher-is-harder": "harder" };

function measureFacts({ kind, licence, sources, minimalChange, forms }: ContentMeasure): Facts {
  return {
    kind,
    licence: licence.verdict,
    sources: sorted(sources),
    minimalChange: [minimalChange.points, minimalChange.percent, minimalChange.afterSurgery, minimalChange.range],
    higherIs: [...new Set(forms.map(({ direction }) => directionWords[direction]))],
    norms: forms[0]?.norms ?? null,
  };
}

const sorted = (list: readonly string[]) => [...list].sort();
const present = (facts: Facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
const prefixed = (prefix: string, facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).map(([field, value]) => [`${prefix}.${field}`, value]));
const tagsOf = (tags: readonly { tag: string; region: string | null }[]) =>
  sorted(tags.map(({ tag, region }) => `${tag} ${region ?? "everywhere"}`));

function mapped<T, R>(entries: Readonly<Record<string, T>>, of: (entry: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, of(entry)]));
}

function keyed<K extends string, T extends Record<K, string>, R>(entries: readonly T[], key: K, of: (entry: T) => R) {
  return Object.fromEntries(entries.map((entry) => [entry[key], of(entry)])) as Record<string, R>;
}
