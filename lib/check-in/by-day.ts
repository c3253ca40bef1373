import type { Dosage } from "@/lib/clinical/facts";
import { daysUntilNext, isForDay } from "@/lib/clinical/weekdays";
import { addDays, type Day } from "@/lib/dates";
import { isOwed, type DayMarks } from "./day-marks";

type PlannedFor = { dosage: Pick<Dosage, "weekdays">; marks: DayMarks };

/**
 * The exercises of a day and those of its other days of the week, the soonest first. What was begun today is of today, whatever its days; a line
 * without days of its own is of every day.
 */
export function byDay<Line extends PlannedFor>(
  all: readonly Line[],
  day: Day,
): { lines: Line[]; notToday: (Line & { nextOn: Day })[] } {
  const lines: Line[] = [];
  const notToday: (Line & { nextOn: Day })[] = [];
  for (const line of all) {
    const { weekdays } = line.dosage;
    const isBegun = line.marks.some((mark) => !isOwed(mark));
    if (weekdays == null || isBegun || isForDay(weekdays, day)) lines.push(line);
    else notToday.push({ ...line, nextOn: addDays(day, daysUntilNext(weekdays, day)) });
  }
  return { lines, notToday: notToday.toSorted((a, b) => a.nextOn.localeCompare(b.nextOn)) };
}
