import { describe, expect, it } from "vitest";
import { resultProblem } from "@/lib/clinical/measure/result-problem";
import { loadContent } from "@/prisma/content/load";

const { measures } = loadContent();

describe("a result that was typed in", () => {
  it.each([
    ["TUG", 9.4, "s", null],
    ["TUG", 0, "s", "outOfRange"],
    ["30S_CHAIR_STAND", 14, "reps", null],
    ["30S_CHAIR_STAND", 13.5, "reps", "wholeNumber"],
    ["6MWT", 402.5, "m", null],
    ["NDI", 51, "points", "outOfRange"],
    ["NDI", 51, "%", null],
    ["NDI", 101, "%", "outOfRange"],
    ["TUG", 9.4, "min", "outOfRange"],
    ["TSK", 40.5, "points", null],
  ] as const)("%s %d %s", (id, value, unit, problem) => {
    const measure = measures.find((one) => one.id === id) ?? { forms: [] };
    expect(resultProblem(measure, value, unit)).toBe(problem);
  });
});
