import { describe, expect, it } from "vitest";
import { missedDays } from "@/lib/records/today/missed-days";

type Given = Parameters<typeof missedDays>[0][number];
const daily: Given = { on: "2026-11-20", due: 0, dueDone: 0, aDay: 1, anyDone: 0, isDaily: true, isHeld: false };
const done = { ...daily, anyDone: 1 };
const free = { ...daily, isDaily: false, aDay: 0.4 };
const none = { ...daily, isDaily: false, aDay: 0 };

describe("missed days", () => {
  it.each<[string, Given[], number]>([
    ["days without anything done", [done, daily, daily, daily], 2],
    ["a day named by a line", [done, { ...free, due: 1 }, daily], 1],
    ["not the day that is on", [done, done, daily], 0],
    ["not once today has begun", [daily, daily, done], 0],
    ["not on hold", [done, { ...daily, isHeld: true }, daily], 0],
    ["not a day that the list leaves free", [done, free, daily], 0],
    ["not the day on which the list began, but the next", [none, daily, daily, daily], 1],
    ["not where there is no list", [none, none, none], 0],
    ["nothing of nothing", [], 0],
  ])("%s", (_, counted, missed) => expect(missedDays(counted)).toBe(missed));
});
