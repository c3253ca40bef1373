import { daysBetween, type Day } from "./days";

/** Monday to Sunday. */
export const everyWeekday = [1, 2, 3, 4, 5, 6, 7] as const;

/** 1 (Monday) to 7 (Sunday), as ISO 8601 counts them. */
export function weekdayOf(day: Day): number {
  const sinceMonday = daysBetween("1970-01-05", day) % 7;
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
}

/** Whether work that names its days of the week is for this day; without any, every day may be one. */
export function isForDay(weekdays: readonly number[] | null | undefined, day: Day): boolean {
  return weekdays == null || weekdays.includes(weekdayOf(day));
}

/** In how many days, 1 to 7, a named day of the week comes next after this day. */
export function daysUntilNext(weekdays: readonly number[], day: Day): number {
  const today = weekdayOf(day);
  return Math.min(...weekdays.map((weekday) => (weekday > today ? weekday - today : weekday + 7 - today)));
}
