import { describe, expect, it } from "vitest";
import { levelsInWords } from "@/app/(clinic)/_components/procedure-words";
import { wholeYears } from "@/lib/records/patients/age";
import { worklistQuerySchema } from "@/lib/schemas/worklist";

describe("the address of the worklist", () => {
  it("takes what it knows and forgets the rest: a name is never searched for by address", () => {
    const id = "7b8a9a0c-6c6e-4b7a-9a55-3d0f3a0c1d2e";
    expect(worklistQuerySchema.parse({ q: "mari", flag: "silent", after: id })).toEqual({
      flag: "silent",
      after: id,
      before: null,
    });
    const nothing = { flag: null, after: null, before: null };
    expect(worklistQuerySchema.parse({})).toEqual(nothing);
    expect(worklistQuerySchema.parse({ q: ["a", "b"], flag: "none", after: "1", before: ["x"], else: "y" })).toEqual(
      nothing,
    );
  });
});

describe("levels in words", () => {
  it.each([
    [["L4–L5"], "L4–L5"],
    [["L3–L4", "L4–L5"], "L3–L5"],
    [["L2–L3", "L4–L5", "L5–S1"], "L2–L3, L4–S1"],
    [["L5"], "L5"],
    [[], ""],
  ])("%j is %s", (levels, words) => {
    expect(levelsInWords(levels)).toBe(words);
  });
});

describe("age", () => {
  it.each([
    ["1968-03-14", "2026-03-13", 57],
    ["1968-03-14", "2026-03-14", 58],
    ["2000-02-29", "2026-02-28", 25],
    ["2000-02-29", "2026-03-01", 26],
  ])("born %s is on %s %d", (born, on, years) => {
    expect(wholeYears(born, on)).toBe(years);
  });
});
