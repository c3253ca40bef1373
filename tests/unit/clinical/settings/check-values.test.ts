import { describe, expect, it } from "vitest";
import { problemsOf } from "@/lib/clinical/settings/check-values";
import { settingsOf } from "@/lib/clinical/settings/settings-of";
import { loadContent } from "@/prisma/content/load";

const entries = settingsOf(loadContent());

describe("a clinic's own number", () => {
  it.each([
    ["at the least", { "rule.sessionExercises": 1 }, {}],
    ["under the least", { "rule.sessionExercises": 0 }, { "rule.sessionExercises": "outOfRange" }],
    ["at the most", { "rule.sessionExercises": 12 }, {}],
    ["over the most", { "rule.sessionExercises": 13 }, { "rule.sessionExercises": "outOfRange" }],
    ["between steps", { "rule.sessionExercises": 4.5 }, { "rule.sessionExercises": "wrongStep" }],
    ["no number", { "rule.sessionExercises": Number.NaN }, { "rule.sessionExercises": "outOfRange" }],
    ["on a decimal step", { "triage.feverC": 37.8 }, {}],
    ["between decimal steps", { "triage.feverC": 37.85 }, { "triage.feverC": "wrongStep" }],
    ["fever that is none", { "triage.feverC": 37.4 }, { "triage.feverC": "outOfRange" }],
    ["a pain score of the scale", { "entry.fusion-lumbar.2.nprsAvg7dMax": 10 }, {}],
    [
      "a pain score off the scale",
      { "entry.fusion-lumbar.2.nprsAvg7dMax": 11 },
      { "entry.fusion-lumbar.2.nprsAvg7dMax": "outOfRange" },
    ],
    [
      "adherence over all",
      { "entry.fusion-lumbar.2.adherencePct": 101 },
      { "entry.fusion-lumbar.2.adherencePct": "outOfRange" },
    ],
    ["of nothing", { "rule.nothing": 5 }, {}],
  ])("%s", (_, values, expected) => {
    expect(problemsOf(entries, values as Record<string, number>)).toEqual(expected);
  });

  it("may open an exercise later, or down to half of the shipped day", () => {
    const entry = entries.find(({ part, value }) => part === "earliest" && value === 84);
    if (!entry) throw new Error("no exercise opens on day 84");
    expect(problemsOf(entries, { [entry.id]: 42 })).toEqual({});
    expect(problemsOf(entries, { [entry.id]: 730 })).toEqual({});
    expect(problemsOf(entries, { [entry.id]: 41 })).toEqual({ [entry.id]: "outOfRange" });
    expect(problemsOf(entries, { [entry.id]: 731 })).toEqual({ [entry.id]: "outOfRange" });
  });

  it.each([
    ["triage.nprsAmber", 7, "triage.nprsRed"],
    ["sla.SAME_DAY_SURGEON", 1440, "sla.HOLD_NOTIFY_PT", 600],
    ["rule.trendCheckIns", 9, "rule.trendWindowDays"],
    ["modifier.smoker.from", 5, "modifier.smoker.to"],
  ])("%s = %d is out of order with %s", (id, value, other, otherValue?: number) => {
    const values = { [id]: value, ...(otherValue === undefined ? {} : { [other]: otherValue }) };
    expect(problemsOf(entries, values)).toEqual({ [id]: "outOfOrder", [other]: "outOfOrder" });
  });

  it("is in order where it equals its neighbor", () => {
    expect(problemsOf(entries, { "triage.nprsAmber": 6 })).toEqual({});
  });

  it("is not compared with a number that the catalog lacks", () => {
    const without = entries.filter(({ id }) => id !== "triage.nprsRed");
    expect(problemsOf(without, { "triage.nprsAmber": 8 })).toEqual({});
  });
});
