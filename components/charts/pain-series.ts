/** One day's answers; `day` counts whole days since the procedure. Null: not answered. */
export type PainDay = { day: number; before: number | null; worst?: number | null | undefined };
export type PainMean = { day: number; mean: number | null };

/**
 * The mean of the answers before sessions over the seven days that end with each day, from the first to the last day given. A day
 * without an answer has no mean: it is a gap, never a slope and never 0.
 */
export function sevenDayMeans(days: readonly PainDay[]): PainMean[] {
  const byDay = new Map(days.map(({ day, before }) => [day, before]));
  const first = Math.min(...byDay.keys());
  const last = Math.max(...byDay.keys());
  if (byDay.size === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const day = first + index;
    if ((byDay.get(day) ?? null) === null) return { day, mean: null };
    const week = [0, 1, 2, 3, 4, 5, 6].map((back) => byDay.get(day - back) ?? null).filter((value) => value !== null);
    return { day, mean: week.reduce((sum, value) => sum + value, 0) / week.length };
  });
}

/** Whole weeks between the labels of the time axis, so that at most `most` labels stand on it. */
export function weeksPerTick(weeks: number, most: number): number {
  return [1, 2, 4, 8, 13, 26].find((step) => weeks / step <= most) ?? 52;
}

/** The ISO day that lies `days` whole days after another. */
export function dayAfter(startOn: string, days: number): Date {
  const date = new Date(startOn);
  date.setUTCDate(date.getUTCDate() + days);
  return date;
}
