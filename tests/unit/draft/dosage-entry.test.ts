import { describe, expect, it } from "vitest";
import { cellState } from "@/lib/draft/cell-state";
import { readEntry, steppedEntry } from "@/lib/draft/dosage-entry";
import { dosageSchema } from "@/lib/schemas/dosage";

const repeated = dosageSchema.parse({ sets: 2, reps: 8, holdSec: 5, perDay: 1, perWeek: 5, rpeMax: 3 });
const timed = dosageSchema.parse({ durationMin: 15, perDay: 1, perWeek: 6, rpeMax: 4 });
const onDays = dosageSchema.parse({ durationMin: 15, perWeek: 3, weekdays: [1, 3, 5] });
const free = dosageSchema.parse({});

describe("a typed cell", () => {
  it.each([
    ["dose", "3x10", repeated, { sets: 3, reps: 10 }],
    ["dose", "3 × 10", repeated, { sets: 3, reps: 10 }],
    ["dose", " 3 * 10 ", repeated, { sets: 3, reps: 10 }],
    ["dose", "12", repeated, { reps: 12 }],
    ["dose", "20 min", timed, { durationMin: 20 }],
    ["dose", "20", timed, { durationMin: 20 }],
    ["dose", "20 minutos", free, { durationMin: 20 }],
    ["dose", "2x8", free, { sets: 2, reps: 8 }],
    ["dose", "12", free, { reps: 12 }],
    ["hold", "7 s", repeated, { holdSec: 7 }],
    ["hold", "", repeated, { holdSec: null }],
    ["effort", "≤ 4", repeated, { rpeMax: 4 }],
    ["effort", "<=4", repeated, { rpeMax: 4 }],
    ["effort", "0", repeated, { rpeMax: 0 }],
    ["load", "4,5 kg", repeated, { loadKg: 4.5 }],
    ["perWeek", "3", onDays, { perWeek: 3 }],
    ["perWeek", "4", onDays, { perWeek: 4, weekdays: null }],
    ["perDay", "24", repeated, { perDay: 24 }],
  ] as const)("%s %j is read", (column, typed, dosage, change) => {
    expect(readEntry(column, typed, dosage)).toEqual({ dosage: change });
  });

  it.each([
    ["dose", "", repeated, "required"],
    ["dose", "20 min", repeated, "setsAndRepsNeeded"],
    ["dose", "2x8", timed, "minutesNeeded"],
    ["dose", "21x8", repeated, "outOfRange"],
    ["dose", "2x201", repeated, "outOfRange"],
    ["dose", "0x8", repeated, "outOfRange"],
    ["dose", "241", timed, "outOfRange"],
    ["dose", "1.5", timed, "wholeNumber"],
    ["hold", "abc", repeated, "numberNeeded"],
    ["hold", "-1", repeated, "outOfRange"],
    ["effort", "11", repeated, "outOfRange"],
    ["effort", "e", repeated, "numberNeeded"],
    ["perWeek", "8", repeated, "outOfRange"],
    ["perDay", "1e1", repeated, "numberNeeded"],
    ["load", "4.55", repeated, "oneDecimal"],
  ] as const)("%s %j is a problem of its own", (column, typed, dosage, problem) => {
    expect(readEntry(column, typed, dosage)).toEqual({ problem });
  });
});

describe("an arrow key", () => {
  it.each([
    ["dose", repeated, 1, "reps", { reps: 9 }],
    ["dose", repeated, -1, "sets", { sets: 1 }],
    ["dose", timed, 5, "reps", { durationMin: 20 }],
    ["load", repeated, 1, "reps", { loadKg: 0.5 }],
    ["perWeek", onDays, 1, "reps", { perWeek: 4, weekdays: null }],
    ["perDay", repeated, -1, "reps", null],
    ["effort", dosageSchema.parse({ rpeMax: 10 }), 1, "reps", null],
  ] as const)("%s steps inside its range", (column, dosage, by, part, change) => {
    expect(steppedEntry(column, dosage, by, part)).toEqual(change);
  });
});

describe("the state of a cell", () => {
  const text = { en: "", es: "" };
  const over = [{ rule: "dose-above-default", severity: "caution", because: text, source: [] }] as const;
  const limited = [{ rule: "over-limit", severity: "block", because: text, source: [] }] as const;
  const of = (findings: typeof over | typeof limited | readonly []) => ({
    before: { ...repeated, rpeMax: 2 },
    usual: { ...repeated, reps: 6 },
    findings: [...findings].map((finding) => ({ ...finding, source: [] })),
  });

  it("is changed only in the column that changed", () => {
    expect(cellState("effort", repeated, of([]))).toBe("changed");
    expect(cellState("hold", repeated, of([]))).toBe("plain");
    expect(cellState("effort", repeated, { before: null, usual: null, findings: [] })).toBe("plain");
  });

  it("is over where the number is more than usual and the rules say so", () => {
    expect(cellState("dose", repeated, of(over))).toBe("over");
    expect(cellState("dose", repeated, of([]))).toBe("plain");
    expect(cellState("hold", repeated, of(over))).toBe("plain");
  });

  it("cannot be signed where a limit is passed", () => {
    expect(cellState("load", { ...repeated, loadKg: 9 }, of(limited))).toBe("not-signable");
    expect(cellState("load", repeated, of(limited))).toBe("plain");
  });
});
