import type { Dosage } from "./facts";

/** The dosage keys that make work larger when they grow; rest does not, and a side has no order. */
export const growingKeys = ["sets", "reps", "holdSec", "durationMin", "perDay", "perWeek", "loadKg", "rpeMax"] as const;
export type GrowingKey = (typeof growingKeys)[number];

/** The work of one exercise in one phase: its lines, and what they come to together. */
export type Dose = { parts: readonly Dosage[]; joint: Dosage };

const summedKeys: ReadonlySet<GrowingKey> = new Set(["sets", "durationMin"]);

/** Sets and minutes of repeated lines add up; of every other key the largest counts: nobody lifts two loads at once. */
export function doseOf(parts: readonly Dosage[]): Dose {
  const [only] = parts;
  if (only && parts.length === 1) return { parts, joint: only };
  const joint: Dosage = {};
  for (const key of growingKeys) {
    const values = parts.flatMap((part) => part[key] ?? []);
    if (values.length > 0) joint[key] = summedKeys.has(key) ? sum(values) : Math.max(...values);
  }
  return { parts, joint };
}

/** sets × reps × perDay of both, over the keys that both name; null when they share neither sets nor reps. */
export function volumesOf(a: Dose, b: Dose): [number, number] | null {
  const hasSets = a.joint.sets != null && b.joint.sets != null;
  const hasReps = a.joint.reps != null && b.joint.reps != null;
  if (!hasSets && !hasReps) return null;
  const volume = ({ parts }: Dose) =>
    sum(
      parts.map(({ sets, reps, perDay }) => (hasSets ? (sets ?? 1) : 1) * (hasReps ? (reps ?? 1) : 1) * (perDay ?? 1)),
    );
  return [volume(a), volume(b)];
}

/** Minutes a day; null when the work is not timed. */
export function minutesPerDayOf({ parts, joint }: Dose): number | null {
  if (joint.durationMin == null) return null;
  return sum(parts.map(({ durationMin, perDay }) => (durationMin ?? 0) * (perDay ?? 1)));
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

function valueOf({ joint }: Dose, key: GrowingKey): number | null | undefined {
  return key === "perDay" ? (joint.perDay ?? 1) : joint[key];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
