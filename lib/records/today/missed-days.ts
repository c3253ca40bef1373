import type { CountedDay } from "./calendar";

/** `missedDays` must know of so many days before today. */
export const daysLookedBack = 7;

/**
 * How many of the last seven days went by without any of the exercises that were theirs. Nothing is missed on days on hold, on days that a list
 * leaves free, and on the day on which a list began; and who has begun today is not told of the days before.
 * @param counted every day from the one before the first without an exercise (of the last `daysLookedBack`) to today, oldest first; none where no day can
 * have been missed
 */
export function missedDays(counted: readonly CountedDay[]): number {
  const today = counted.at(-1);
  if (!today || today.anyDone > 0) return 0;
  const missed = counted.slice(0, -1).filter((day, index) => {
    const dayBefore = counted[index - 1];
    const isFirst = dayBefore !== undefined && !hasList(dayBefore);
    return !isFirst && !day.isHeld && day.anyDone === 0 && (day.due > 0 || day.isDaily);
  });
  return missed.length;
}

function hasList({ due, aDay, isDaily }: CountedDay): boolean {
  return due > 0 || aDay > 0 || isDaily;
}
