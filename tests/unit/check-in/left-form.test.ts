import { expect, test } from "vitest";
import { broughtBack } from "@/lib/check-in/left-form";

const now = Date.parse("2026-11-22T15:00:00Z");
const values = { nprsBefore: ["3"] };
const left = (minutes: number) => ({ at: now - minutes * 60_000, about: "", screens: 4, step: 3, values });
const back = (minutes: number, about = "", screens = 4) => broughtBack(left(minutes), { about, screens }, now);

test("a form that was left just now comes back where it was left", () => {
  for (const minutes of [0, 20]) {
    expect(back(minutes)).toEqual({ state: { step: 3, attempt: 1, values, errors: {} }, from: null });
  }
});

test("answers of longer ago are looked at again from the first screen, and said to be of then", () => {
  for (const minutes of [21, 180]) {
    expect(back(minutes)).toEqual({ state: { step: 0, attempt: 1, values, errors: {} }, from: left(minutes).at });
  }
});

test("what is too old, of the future, about something else or of another form does not come back", () => {
  expect([back(181), back(-1), back(0, "another"), back(0, "", 3)]).toEqual([null, null, null, null]);
});
