import type { PhaseFacts } from "./facts";

type Stage = Pick<PhaseFacts, "name" | "dayStart" | "dayEndExclusive">;

/**
 * Which phase of the one belongs to which of the other: first those of the same name, then those with the most days in common. Numbers say nothing:
 * they move where a phase comes or goes.
 * @returns by the phases of `from`; those that have none in `to` are left out
 */
export function matchPhases<T extends Stage>(from: readonly T[], to: readonly T[]): Map<T, T> {
  const pairs = new Map<T, T>();
  const taken = new Set<T>();
  const pair = (one: T, other: T) => {
    if (pairs.has(one) || taken.has(other)) return;
    pairs.set(one, other);
    taken.add(other);
  };
  const every = from.flatMap((one) => to.map((other) => ({ one, other, days: overlapOf(one, other) })));
  for (const { one, other } of every) if (one.name.en === other.name.en) pair(one, other);
  const byDays = every.filter(({ days }) => days > 0).toSorted((a, b) => (a.days < b.days ? 1 : -1));
  for (const { one, other } of byDays) pair(one, other);
  return pairs;
}

/** How many days both phases have; Infinity where both stay open. */
export function overlapOf(a: Stage, b: Stage): number {
  const end = Math.min(a.dayEndExclusive ?? Infinity, b.dayEndExclusive ?? Infinity);
  return Math.max(0, end - Math.max(a.dayStart, b.dayStart));
}
