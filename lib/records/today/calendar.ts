import { z } from "zod";
import { addDays, mondayOf, type Day } from "@/lib/dates";

/** A day as `own_exercise_days` counts it: numbers alone, no exercise is named. */
export const countedDaySchema = z.strictObject({
  on: z.iso.date(),
  /** Lines that name this day of the week, and how many of them were done. */
  due: z.number(),
  dueDone: z.number(),
  /** What the other lines owe on a day, by their share of the week. */
  aDay: z.number(),
  /** Everything that was done, also what is on no list any more. */
  anyDone: z.number(),
  /** Whether a line is for every day. */
  isDaily: z.boolean(),
  isHeld: z.boolean(),
});
export type CountedDay = z.output<typeof countedDaySchema>;

/** What was done: everything, a part, nothing that was owed (`rest`), nothing while paused (`held`), nothing noted (`open`), no list yet (`none`). */
export type DoneOfDay = "all" | "part" | "rest" | "held" | "open" | "none";
export type CalendarDay = { on: Day; done: DoneOfDay; hasCheckIn: boolean };
export type Calendar = {
  /** Whole weeks from Monday, oldest first; null: the day has not come. */
  weeks: (CalendarDay | null)[][];
  /** Of the last seven days, today with them, those with an exercise done or a check-in. */
  activeDays: number;
  /** Such days in a row up to today or yesterday; days of rest and pauses neither count nor break it. */
  inARow: number;
};

const weeksShown = 5;

/** The first day that the calendar shows. */
export function calendarFrom(today: Day): Day {
  return addDays(mondayOf(today), -7 * (weeksShown - 1));
}

/**
 * The calendar of the last weeks up to today. No day is called missed: a patient reads what was done.
 * @param counted every day from `calendarFrom` to today, oldest first
 * @param checkInDays days with a check-in
 */
export function calendarOf(counted: readonly CountedDay[], checkInDays: ReadonlySet<Day>, today: Day): Calendar {
  const days = counted.map((day): CalendarDay => ({
    on: day.on,
    done: doneOf(day),
    hasCheckIn: checkInDays.has(day.on),
  }));
  const byDay = new Map(days.map((day) => [day.on, day]));
  const first = calendarFrom(today);
  const weeks = Array.from({ length: weeksShown }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => byDay.get(addDays(first, 7 * week + day)) ?? null),
  );
  return { weeks, activeDays: days.slice(-7).filter(isActive).length, inARow: inARow(days, today) };
}

function doneOf({ due, dueDone, aDay, anyDone, isDaily, isHeld }: CountedDay): DoneOfDay {
  if (anyDone > 0) return dueDone === due && anyDone - dueDone >= Math.floor(aDay) ? "all" : "part";
  if (isHeld) return "held";
  if (due > 0 || isDaily) return "open";
  return aDay > 0 ? "rest" : "none";
}

function isActive({ done, hasCheckIn }: CalendarDay): boolean {
  return hasCheckIn || done === "all" || done === "part";
}

function inARow(days: readonly CalendarDay[], today: Day): number {
  let count = 0;
  for (const day of days.toReversed()) {
    if (isActive(day)) count += 1;
    else if (day.done === "open" && day.on !== today) break;
    else if (day.done === "none") break;
  }
  return count;
}
