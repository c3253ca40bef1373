import { describe, expect, it } from "vitest";
import { emergencyNumberOf } from "@/lib/records/clinics/emergency-number";
import { emergencyNumbersSchema } from "@/lib/schemas/content/emergency-numbers";
import { emergencyNumbers } from "@/prisma/content/bundled";

describe("the emergency number", () => {
  it.each([
    ["US", "911"],
    ["CA", "911"],
    ["MX", "911"],
    ["ES", "112"],
    ["GB", "999"],
    ["CL", "131"],
    ["KE", null],
    ["constructor", null],
  ])("of %s is %s", (country, number) => {
    expect(emergencyNumberOf(country)).toBe(number);
  });

  it("is one for each of the 27 countries of the European Union", () => {
    expect(Object.values(emergencyNumbers).filter(({ number }) => number === "112")).toHaveLength(27);
  });

  it("says where it comes from, or that nobody has confirmed it", () => {
    const wrong = (entry: object) => emergencyNumbersSchema.safeParse({ US: entry }).success;
    expect(wrong({ number: "911", basis: "sourced", source: null })).toBe(false);
    expect(wrong({ number: "911", basis: "background, unverified", source: "https://example.org" })).toBe(false);
    expect(wrong({ number: "nine", basis: "background, unverified", source: null })).toBe(false);
  });
});
