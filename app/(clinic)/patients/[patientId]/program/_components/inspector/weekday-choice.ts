import type { LineDosage } from "@/lib/draft/draft";

/** Chosen days give the number of times a week; without any, the number stays and the person chooses the days. */
export function weekdaysChosen(days: readonly number[]): Partial<LineDosage> {
  const chosen = [...new Set(days)].toSorted((a, b) => a - b);
  return chosen.length === 0 ? { weekdays: null } : { weekdays: chosen, perWeek: chosen.length };
}
