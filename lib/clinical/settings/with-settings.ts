import type { ContentWithEntry, EntryCriteria, PhaseWithEntry, ProtocolWithEntry } from "../entry-criteria";
import type { ExerciseFacts } from "../facts";
import { unverified } from "../finding";
import { defaultSettings, type ClinicalSettings, type Setting, type SettingName } from "../settings";
import type { TriageLevelFacts } from "../triage-content";
import type { SettingValues } from "./entry";
import { settingNames } from "./rule-catalog";
import type { LadderStep, ModifierWeeks } from "./shipped-entries";

/**
 * What the rules are given, with a clinic's own numbers in it. A number that the clinic chose has no source behind it: it wears the mark.
 * Ids that name nothing here change nothing.
 */
export function rulesWith(values: SettingValues): ClinicalSettings {
  const settings: Record<SettingName, Setting> = { ...defaultSettings };
  for (const name of settingNames) {
    const value = values[`rule.${name}`];
    if (value !== undefined) settings[name] = { value, basis: unverified, sources: [] };
  }
  return settings;
}

/** The numbers of triage by name, for `withParameters`. */
export function triageNumbersOf(values: SettingValues): Record<string, number> {
  const own = Object.entries(values).filter(([id]) => id.startsWith("triage."));
  return Object.fromEntries(own.map(([id, value]) => [id.slice("triage.".length), value]));
}

/** The content with the clinic's times to reply. */
export function repliesWith<C extends { levels: readonly Pick<TriageLevelFacts, "code" | "slaMinutes">[] }>(
  values: SettingValues,
  content: C,
): C {
  const levels = content.levels.map((level) => ({
    ...level,
    slaMinutes: values[`sla.${level.code}`] ?? level.slaMinutes,
  }));
  return { ...content, levels };
}

/** The exercise with the clinic's earliest days. */
function exerciseWith(values: SettingValues, exercise: ExerciseFacts): ExerciseFacts {
  const earliest = Object.entries(exercise.earliest).map(([protocol, known]) => {
    return [protocol, { ...known, day: values[`earliest.${exercise.id}.${protocol}`] ?? known.day }] as const;
  });
  return { ...exercise, earliest: Object.fromEntries(earliest) };
}

/** Lifting limits by protocol. */
type Ladders = Readonly<Record<string, readonly LadderStep[]>>;

/**
 * The protocol with the clinic's entry criteria, and in each phase the lifting limit of the step in which it begins. An own template has its own
 * numbers, which may be stricter.
 */
function protocolWith(values: SettingValues, protocol: ProtocolWithEntry, ladders: Ladders): ProtocolWithEntry {
  if (protocol.isOwn) return protocol;
  const steps = ladders[protocol.id] ?? [];
  return {
    ...protocol,
    phases: protocol.phases.map((phase): PhaseWithEntry => {
      const step = steps.findLast(({ dayStart }) => dayStart <= phase.dayStart);
      const liftKg = values[`ladder.${protocol.id}.${step?.dayStart}`] ?? phase.limits.liftKg;
      const numbersOf = (criterion: string) => values[`entry.${protocol.id}.${phase.n}.${criterion}`];
      return {
        ...phase,
        limits: { ...phase.limits, liftKg },
        entryCriteria: criteriaWith(numbersOf, phase.entryCriteria),
      };
    }),
  };
}

function criteriaWith(numberOf: (criterion: string) => number | undefined, known: EntryCriteria): EntryCriteria {
  return {
    ...known,
    redFlagFreeDays: numberOf("redFlagFreeDays") ?? known.redFlagFreeDays,
    nprsAvg7dMax: numberOf("nprsAvg7dMax") ?? known.nprsAvg7dMax,
    nprsActivityMax: numberOf("nprsActivityMax") ?? known.nprsActivityMax,
    walkContinuousMin: numberOf("walkContinuousMin") ?? known.walkContinuousMin,
    sitToleranceMin: numberOf("sitToleranceMin") ?? known.sitToleranceMin,
    adherencePct: numberOf("adherencePct") ?? known.adherencePct,
    functional: known.functional.map((test) => ({
      ...test,
      value: numberOf(`functional:${test.measure}`) ?? test.value,
    })),
  };
}

/** Exercises and protocols with the clinic's numbers. */
export function contentWith(values: SettingValues, content: ContentWithEntry, ladders: Ladders): ContentWithEntry {
  const exercises = Object.entries(content.exercises).map(([id, facts]) => [id, exerciseWith(values, facts)] as const);
  const protocols = Object.entries(content.protocols).map(
    ([id, facts]) => [id, protocolWith(values, facts, ladders)] as const,
  );
  return { exercises: Object.fromEntries(exercises), protocols: Object.fromEntries(protocols) };
}

/** What moves the timeline, with the clinic's weeks. */
export function modifierWith<M extends ModifierWeeks>(values: SettingValues, modifier: M): M {
  const [from, to] = modifier.shiftWeeks;
  const shiftWeeks = [
    values[`modifier.${modifier.id}.from`] ?? from,
    values[`modifier.${modifier.id}.to`] ?? to,
  ] as const;
  return { ...modifier, shiftWeeks };
}

/** When an activity typically begins in a protocol. */
export function activityDayWith(
  values: SettingValues,
  activity: string,
  protocol: string,
  known: number | null,
): number | null {
  return values[`activity.${activity}.${protocol}`] ?? known;
}
