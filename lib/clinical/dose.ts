import type { Dosage } from "./facts";

/** The dosage keys that make work larger when they grow; rest does not, and a side has no order. */
export const growingKeys = ["sets", "reps", "holdSec", "durationMin", "perDay", "perWeek", "loadKg", "rpeMax"] as const;
export type GrowingKey = (typeof growingKeys)[number];

/** The work of one exercise in one phase: its lines, and what they come to together. */
export type Dose = { parts: readonly Dosage[]; joint: Dosage };

const summedKeys: ReadonlySet<GrowingKey> = new Set(["sets", "durationMin"]);

/** The work of a single line. */
export function doseOfOne(dosage: Dosage): Dose {
  return { parts: [dosage], joint: dosage };
}

/** One more line of the same exercise: sets and minutes add up, of every other key the larger counts (nobody lifts two loads at once). */
export function withPart({ parts, joint }: Dose, dosage: Dosage): Dose {
  const both: Dosage = { ...joint };
  for (const key of growingKeys) {
    const [a, b] = [joint[key], dosage[key]];
    if (b != null) both[key] = a == null ? b : summedKeys.has(key) ? a + b : Math.max(a, b);
  }
  return { parts: [...parts, dosage], joint: both };
}

/** sets × reps × perDay of both, over the keys that both name; null when they share neither sets nor reps. */
export function volumesOf(a: Dose, b: Dose): [number, number] | null {
  const hasSets = a.joint.sets != null && b.joint.sets != null;
  const hasReps = a.joint.reps != null && b.joint.reps != null;
  if (!hasSets && !hasReps) return null;
  return [volumeOf(a, hasSets, hasReps), volumeOf(b, hasSets, hasReps)];
}

/** Minutes a day; null when the work is not timed. */
export function minutesPerDayOf({ parts, joint }: Dose): number | null {
  if (joint.durationMin == null) return null;
  let minutes = 0;
  for (const { durationMin, perDay } of parts) minutes += (durationMin ?? 0) * (perDay ?? 1);
  return minutes;
}

/** The keys in which `now` is larger than `before`; an absent perDay is 1, another absent key is skipped. */
export function grownKeys(now: Dose, before: Dose): GrowingKey[] {
  return growingKeys.filter((key) => {
    const [a, b] = [valueOf(now, key), valueOf(before, key)];
    return a != null && b != null && a > b;
  });
}

/** Whether `a` is more than `factor` times `b`; decimals of kilograms must not decide by rounding. */
export function isMoreThan(a: number, factor: number, b: number): boolean {
  return a > factor * b + 1e-9;
}

function volumeOf({ parts }: Dose, hasSets: boolean, hasReps: boolean): number {
  let volume = 0;
  for (const { sets, reps, perDay } of parts) {
    volume += (hasSets ? (sets ?? 1) : 1) * (hasReps ? (reps ?? 1) : 1) * (perDay ?? 1);
  }
  return volume;
}

function valueOf({ joint }: Dose, key: GrowingKey): number | null | undefined {
  return key === "perDay" ? (joint.perDay ?? 1) : joint[key];
}
