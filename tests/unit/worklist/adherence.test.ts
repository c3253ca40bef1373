import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/dates";
import { type DoneMark, type HeldDays, type PrescribedLine, weekDone } from "@/lib/records/worklist/adherence";

const today = "2026-11-20";
const ago = (days: number) => addDays(today, -days);
const daily = (exercise: string): PrescribedLine => ({ exercise, opensOn: ago(30), perWeek: null });
const marks = (exercise: string, ...days: number[]): DoneMark[] => days.map((day) => ({ exercise, on: ago(day) }));
const none: HeldDays[] = [];

describe("seven days of adherence", () => {
  it("ends yesterday until something is done today", () => {
    expect(weekDone([daily("walk")], marks("walk", 1, 2, 3, 4, 5, 6, 7), none, today)).toEqual({
      days: Array.from({ length: 7 }, () => "all"),
      percent: 100,
    });
    const withToday = weekDone([daily("walk")], marks("walk", 0, 1, 2, 3, 4, 5, 7), none, today);
    expect(withToday.days).toEqual(["missed", "all", "all", "all", "all", "all", "all"]);
    expect(withToday.percent).toBe(86);
  });

  it("tells a part from the whole, and missed from not yet open", () => {
    const lines = [daily("walk"), { exercise: "bridge", opensOn: ago(3), perWeek: 7 }];
    const week = weekDone(lines, [...marks("walk", 6, 3, 2), ...marks("bridge", 2)], none, today);
    expect(week.days).toEqual(["missed", "all", "missed", "missed", "part", "all", "missed"]);
    expect(week.percent).toBe(40);
  });

  it("lets three days a week rest two days in a row, not three", () => {
    const lines = [{ exercise: "swim", opensOn: ago(30), perWeek: 3 }];
    expect(weekDone(lines, marks("swim", 7, 4, 2), none, today)).toEqual({
      days: ["all", "rest", "rest", "all", "rest", "all", "rest"],
      percent: 100,
    });
    expect(weekDone(lines, marks("swim", 5), none, today).days.slice(2)).toEqual([
      "all",
      "rest",
      "rest",
      "missed",
      "missed",
    ]);
  });

  it("owes nothing on hold and where nothing is prescribed, but counts what was done", () => {
    const hold = [{ from: ago(3), until: null }];
    expect(weekDone([daily("walk")], marks("walk", 7, 6, 5, 2), hold, today)).toEqual({
      days: ["all", "all", "all", "missed", "held", "all", "held"],
      percent: 100,
    });
    expect(weekDone([], [], none, today)).toEqual({ days: Array.from({ length: 7 }, () => "rest"), percent: null });
    expect(weekDone([daily("walk")], [], [{ from: ago(20), until: null }], today).percent).toBeNull();
  });
});
