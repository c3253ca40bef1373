import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/clinical/days";
import { daysUntilNext, isForDay, weekdayOf } from "@/lib/clinical/weekdays";

/** A Monday. */
const monday = "2026-11-16";

describe("days of the week", () => {
  it.each([
    [monday, 1],
    ["2026-11-22", 7],
    ["2026-11-23", 1],
    ["2024-02-29", 4],
    ["1970-01-01", 4],
    ["1970-01-04", 7],
    ["1970-01-05", 1],
    ["1969-12-29", 1],
  ])("%s is day %i", (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  it("agree with the calendar of the machine through two years", () => {
    for (let n = 0; n < 731; n++) {
      const day = addDays("2027-12-25", n);
      expect(weekdayOf(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
    }
  });

  it.each([
    [null, 0, true],
    [undefined, 3, true],
    [[1, 3, 5], 0, true],
    [[1, 3, 5], 1, false],
    [[7], 6, true],
    [[7], 7, false],
  ])("%j, %i days after a Monday: %s", (weekdays, after, is) => {
    expect(isForDay(weekdays, addDays(monday, after))).toBe(is);
  });

  it.each([
    [[1, 3, 5], 0, 2],
    [[1, 3, 5], 1, 1],
    [[1, 3, 5], 4, 3],
    [[1, 3, 5], 6, 1],
    [[1], 0, 7],
    [[7], 6, 7],
    [[2], 2, 6],
    [[1, 2, 3, 4, 5, 6, 7], 6, 1],
  ])("%j, %i days after a Monday: next in %i", (weekdays, after, days) => {
    expect(daysUntilNext(weekdays, addDays(monday, after))).toBe(days);
  });
});
