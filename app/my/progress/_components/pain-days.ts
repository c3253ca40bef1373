import { daysBetween } from "@/lib/clinical/days";
import type { PainEntry } from "@/lib/records/check-ins/pain-history";

/** A day of the chart: the first answer before a session, and the worst of the day's sessions. Days before the treatment are left out. */
export type PainOfDay = { day: number; before: number | null; worst: number | null };

/**
 * The chart's days, oldest first.
 * @param entries newest first, as the history gives them
 * @param startOn the day of the procedure
 */
export function painDays(entries: readonly PainEntry[], startOn: string): PainOfDay[] {
  const days = new Map<number, PainOfDay>();
  for (const { onDay, nprsBefore, nprsDuring } of entries.toReversed()) {
    const day = daysBetween(startOn, onDay);
    if (day < 0) continue;
    const known = days.get(day) ?? { day, before: null, worst: null };
    const worst = [known.worst, nprsDuring].filter((score) => score !== null);
    days.set(day, {
      day,
      before: known.before ?? nprsBefore,
      worst: worst.length === 0 ? null : Math.max(...worst),
    });
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
}
