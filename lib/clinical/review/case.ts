import { isInForce, isLive, type Clearance } from "../clearance";
import type { Day } from "../days";
import { doseOfOne, withPart, type Dose } from "../dose";
import type { ClearanceKey, ClinicalContent, Condition, ExerciseFacts, RampGroup } from "../facts";
import type { Line, Restriction, Situation } from "../prescription";
import type { ClinicalSettings } from "../settings";
import { tracksOf, type Track } from "../track";
import type { Need } from "./need";

/** What is prescribed or done in one phase or week, by exercise, and the longest timed work of each ramp group. */
export type Doses = {
  byExercise: ReadonlyMap<string, Dose>;
  longestOfGroup: ReadonlyMap<RampGroup, Dose>;
};

/** Everything that the lines of one program share on the day of the review, worked out once. */
export type Case = {
  today: Day;
  tracks: readonly Track[];
  /** Protocols, or phases of one, that the content lacks. */
  unknownProtocols: readonly string[];
  /** In force today. */
  restrictions: readonly Restriction[];
  /** Live today. */
  grants: ReadonlyMap<ClearanceKey, readonly Clearance[]>;
  conditions: ReadonlySet<Condition>;
  hasHold: boolean;
  /** What the patient does now. */
  current: Doses;
  /** What growth is measured from: what the patient does now, or the phase before. */
  preceding: Doses;
  isQuietWeek: boolean;
  settings: ClinicalSettings;
};

/** One line with what the content says of its exercise. */
export type JudgedLine = {
  exercise: ExerciseFacts;
  /** Of all lines of the exercise in the phase together. */
  dose: Dose;
  /** Not the first line of the exercise in the phase. */
  isRepeat: boolean;
};

/** A line with what it waits for in the case. */
export type WeighedLine = JudgedLine & { need: Need };

/** The case as of `situation.today`. */
export function caseOf(situation: Situation, content: ClinicalContent, settings: ClinicalSettings): Case {
  const { today } = situation;
  const { tracks, unknown } = tracksOf(situation, content);
  const current = dosesOf(situation.previous ?? [], content);
  const grants = new Map<ClearanceKey, Clearance[]>();
  for (const clearance of situation.clearances ?? []) {
    if (isLive(clearance, today)) grants.set(clearance.key, [...(grants.get(clearance.key) ?? []), clearance]);
  }
  return {
    today,
    tracks,
    unknownProtocols: unknown,
    restrictions: (situation.restrictions ?? []).filter((restriction) => isInForce(restriction, today)),
    grants,
    conditions: new Set(situation.conditions),
    hasHold: situation.hold ?? false,
    current,
    preceding: current,
    isQuietWeek: situation.weekWithoutTriageAboveNormal ?? false,
    settings,
  };
}

/** The same case with a clearance granted without limits. */
export function withGrant(program: Case, key: ClearanceKey): Case {
  return { ...program, grants: new Map(program.grants).set(key, [{ key, status: "granted" }]) };
}

/** The doses of a list of lines; an exercise that the content lacks has a dose, but no ramp group. */
export function dosesOf(lines: readonly Line[], content: ClinicalContent): Doses {
  const byExercise = new Map<string, Dose>();
  for (const { exercise, dosage } of lines) {
    const already = byExercise.get(exercise);
    byExercise.set(exercise, already ? withPart(already, dosage) : doseOfOne(dosage));
  }
  const longestOfGroup = new Map<RampGroup, Dose>();
  for (const [id, dose] of byExercise) {
    const group = content.exercises[id]?.rampGroup;
    if (!group || dose.joint.durationMin == null) continue;
    const longest = longestOfGroup.get(group)?.joint.durationMin ?? 0;
    if (dose.joint.durationMin > longest) longestOfGroup.set(group, dose);
  }
  return { byExercise, longestOfGroup };
}
