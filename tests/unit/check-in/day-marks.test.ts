import { expect, it } from "vitest";
import { isOwed, marksOfDay, sessionOn } from "@/lib/check-in/day-marks";

it("has one place for each time a day that is prescribed, and at least one", () => {
  expect(marksOfDay({ "2": "done" }, 3)).toEqual([null, "done", null]);
  expect(marksOfDay({ "1": "done", "3": "done" }, 2)).toEqual(["done", null]);
  expect([marksOfDay({}, null), marksOfDay({}, undefined), marksOfDay({}, 1)]).toEqual([[null], [null], [null]]);
});

it("is on at the first session without a mark, else at the last", () => {
  expect(sessionOn(["done", null, "done"])).toBe(2);
  expect(sessionOn(["not-done", "done"])).toBe(1);
  expect(sessionOn(["done", "could-not"])).toBe(2);
  expect([null, undefined, "not-done" as const].every(isOwed)).toBe(true);
  expect(isOwed("skipped-it-hurts")).toBe(false);
});
