import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { calendarFrom, calendarOf } from "@/lib/records/today/calendar";

/** A Sunday. */
const today = "2026-11-22";
const plain = { due: 0, dueDone: 0, aDay: 3, anyDone: 0, isDaily: true, isHeld: false };

/** The calendar in which the last days are as given, the latest last, and every day before is done. */
function calendar(last: Partial<typeof plain>[], checkIns: string[] = []) {
  const first = calendarFrom(today);
  const counted = Array.from({ length: 35 }, (_, index) => ({
    ...{ ...plain, on: addDays(first, index), anyDone: 3 },
    ...(index < 35 - last.length ? {} : { anyDone: 0, ...last[index - 35 + last.length] }),
  }));
  return calendarOf(counted, new Set(checkIns), today);
}
const lastOf = (last: Partial<typeof plain>) => calendar([last]).weeks.at(-1)?.at(-1)?.done;

describe("the calendar of a patient's days", () => {
  it("is five whole weeks from Monday up to today", () => {
    expect(calendarFrom(today)).toBe("2026-10-19");
    expect(calendarFrom("2026-11-23")).toBe("2026-10-26");
    const begun = calendarOf([{ ...plain, on: "2026-11-23" }], new Set(), "2026-11-23");
    expect(begun.weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7]);
    expect(begun.weeks.at(-1)?.map((day) => day?.on ?? null)).toEqual([
      "2026-11-23",
      ...Array.from({ length: 6 }, () => null),
    ]);
  });

  it.each([
    ["all", { anyDone: 3 }],
    ["part", { anyDone: 2 }],
    ["part", { due: 1, anyDone: 3 }],
    ["all", { due: 1, dueDone: 1, anyDone: 4 }],
    ["all", { anyDone: 1, isHeld: true, aDay: 1.4 }],
    ["held", { isHeld: true }],
    ["open", {}],
    ["open", { isDaily: false, due: 1 }],
    ["rest", { isDaily: false, aDay: 0.4 }],
    ["none", { isDaily: false, aDay: 0 }],
  ] as const)("says %s of %o", (done, day) => {
    expect(lastOf(day)).toBe(done);
  });

  it("counts days in a row past rest, pauses and a today that is not over, and stops at a day without anything", () => {
    expect(calendar([]).inARow).toBe(35);
    expect(calendar([{}]).inARow).toBe(34);
    expect(calendar([{}, { anyDone: 1 }, { isHeld: true }, { isDaily: false }, {}]).inARow).toBe(1);
    expect(calendar([{}, {}]).inARow).toBe(0);
    expect(calendar([{ isDaily: false, aDay: 0 }, {}], [today]).inARow).toBe(1);
  });

  it("counts a check-in as a day with something done", () => {
    expect(calendar([{}, {}, {}]).activeDays).toBe(4);
    expect(calendar([{}, {}, {}], [today, "2026-11-21"])).toMatchObject({ activeDays: 6, inARow: 2 });
  });
});
