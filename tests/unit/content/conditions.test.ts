import { describe, expect, it } from "vitest";
import { snomedSchema } from "@/lib/schemas/content/snomed";
import { loadContent } from "@/prisma/content/load";

const { conditions } = loadContent();
const concept = { code: "64859006", display: "Osteoporosis", verifiedIn: "HL7/fhir-ips: a.fsh" };
const accepts = (changed: Partial<typeof concept>) => snomedSchema.safeParse({ ...concept, ...changed }).success;

describe("the conditions", () => {
  it("name each SNOMED CT concept once", () => {
    const codes = Object.values(conditions).flatMap(({ snomed }) => (snomed === null ? [] : [snomed.code]));
    expect(codes).toHaveLength(8);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("have no synonym twice, and none that only repeats the label", () => {
    const repeated = Object.entries(conditions).flatMap(([code, { label, synonyms }]) =>
      (["en", "es"] as const).flatMap((language) => {
        const words = [label[language], ...synonyms[language]].map((word) => word.toLowerCase());
        return words.filter((word, at) => words.indexOf(word) !== at).map((word) => `${code}: ${word}`);
      }),
    );
    expect(repeated).toEqual([]);
  });
});

describe("a concept of SNOMED CT", () => {
  it("needs a right check digit", () => {
    expect(accepts({})).toBe(true);
    // Every other last digit, and every swap of two neighbors that differ.
    for (const last of "012345789") expect(accepts({ code: `6485900${last}` })).toBe(false);
    for (const code of ["46859006", "68459006", "64589006", "64895006", "64850906"])
      expect(accepts({ code })).toBe(false);
  });

  it.each([{ code: "0" }, { code: "064859006" }, { code: "6485900x" }, { display: "" }, { verifiedIn: "memory" }])(
    "is refused as %j",
    (changed) => {
      expect(accepts(changed)).toBe(false);
    },
  );
});
