import { describe, expect, it } from "vitest";
import {
  fieldsOf,
  numberShown,
  readNumber,
  stepped,
} from "@/app/(clinic)/patients/[patientId]/program/_components/inspector/inspector-entry";
import { weekdaysChosen } from "@/app/(clinic)/patients/[patientId]/program/_components/inspector/weekday-choice";
import { halfPoundsOf, kilosOf } from "@/components/clinical/dosage-parts";
import { changeDraft } from "@/lib/draft/change-draft";
import type { Draft } from "@/lib/draft/draft";
import { dosageSchema } from "@/lib/schemas/dosage";

const counted = dosageSchema.parse({ sets: 2, reps: 8, perDay: 1, perWeek: 5 });

describe("days of the week", () => {
  it("give the number of times a week, in the order of the week", () => {
    expect(weekdaysChosen([5, 1, 3, 1])).toEqual({ weekdays: [1, 3, 5], perWeek: 3 });
  });

  it("leave the number when they are cleared", () => {
    const line = { id: "a", phase: 1, exercise: "a", noteToPatient: null, overrideReason: null, templateLineId: null };
    const draft: Draft = { startPhase: 1, lines: [{ ...line, dosage: counted }] };
    const dosed = (days: number[], from = draft) =>
      changeDraft(from, { kind: "dose", ids: ["a"], dosage: weekdaysChosen(days) });
    const three = dosed([1, 3, 5]);
    expect(three.lines[0]?.dosage).toMatchObject({ perWeek: 3, weekdays: [1, 3, 5] });
    const none = dosed([], three).lines[0]?.dosage;
    expect(none?.perWeek).toBe(3);
    expect(none && "weekdays" in none).toBe(false);
  });
});

describe("a load in pounds", () => {
  it("comes back as it was typed, to the half pound, through tenths of a kilogram", () => {
    for (let half = 0; half <= 880; half++) expect(halfPoundsOf(kilosOf(half / 2))).toBe(half / 2);
  });

  it("is stored in kilograms and refused between half pounds", () => {
    expect(readNumber("loadKg", "10", "lb")).toEqual({ value: 4.5 });
    expect(readNumber("loadKg", "2.5", "lb")).toEqual({ value: 1.1 });
    expect(readNumber("loadKg", "2.3", "lb")).toEqual({ problem: "halfPounds" });
    expect(readNumber("loadKg", "441", "lb")).toEqual({ value: 200 });
    expect(readNumber("loadKg", "442", "lb")).toEqual({ problem: "outOfRange" });
    expect(numberShown("loadKg", 4.5, "lb")).toBe("10");
    expect(numberShown("loadKg", 4.5, "kg")).toBe("4.5");
  });
});

describe("a number of a dosage", () => {
  it.each([
    ["reps", "12", { value: 12 }],
    ["reps", " 12 ", { value: 12 }],
    ["reps", "", { value: null }],
    ["reps", "0", { problem: "outOfRange" }],
    ["reps", "201", { problem: "outOfRange" }],
    ["reps", "2.5", { problem: "wholeNumber" }],
    ["reps", "ten", { problem: "numberNeeded" }],
    ["reps", "1e3", { problem: "numberNeeded" }],
    ["rpeMax", "0", { value: 0 }],
    ["rpeMax", "11", { problem: "outOfRange" }],
    ["loadKg", "4,5", { value: 4.5 }],
    ["loadKg", "4.55", { problem: "oneDecimal" }],
    ["perWeek", "8", { problem: "outOfRange" }],
  ] as const)("%s typed as %j", (key, typed, entry) => {
    expect(readNumber(key, typed, "kg")).toEqual(entry);
  });

  it("steps by one, a load by half a kilogram or a pound, and stays in its range", () => {
    expect(stepped("reps", 8, 1, "kg")).toBe(9);
    expect(stepped("reps", 1, -1, "kg")).toBeNull();
    expect(stepped("perDay", null, 1, "kg")).toBe(1);
    expect(stepped("loadKg", 4.5, 1, "kg")).toBe(5);
    expect(stepped("loadKg", 4.5, 1, "lb")).toBe(5);
    expect(stepped("loadKg", 0, -1, "kg")).toBeNull();
  });

  it("is asked for where it applies", () => {
    expect(fieldsOf(counted, false)).toEqual(["sets", "reps", "holdSec", "restSec", "perDay", "perWeek", "rpeMax"]);
    expect(fieldsOf(dosageSchema.parse({ durationMin: 20 }), false)).toEqual([
      "durationMin",
      "perDay",
      "perWeek",
      "rpeMax",
    ]);
    expect(fieldsOf(counted, true)).toContain("loadKg");
    expect(fieldsOf({ ...counted, loadKg: 2 }, false)).toContain("loadKg");
  });
});
