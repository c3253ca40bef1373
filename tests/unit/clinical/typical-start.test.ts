import { describe, expect, it } from "vitest";
import { typicalStart, usualFrom } from "@/lib/clinical/typical-start";

const named = (day: number | null, { anchor = "2026-01-01", shift = 0, isAvoided = false } = {}) => ({
  ...{ anchor, shift, shiftsFrom: 42 },
  typical: { day, isAvoided, basis: "sourced" as const, sources: [String(day)] },
});

describe("when something typically begins in an episode", () => {
  it("is the latest day of the protocols that name it, each counted from its own anchor", () => {
    const start = typicalStart([named(50), named(10, { anchor: "2026-03-01" }), named(20)]);
    expect(start).toEqual({
      ...{ on: "2026-03-11", isAvoided: false, isIndividual: false, basis: "sourced", sources: ["10"] },
    });
    expect(usualFrom(start)).toBe("2026-03-11");
    expect(usualFrom(typicalStart([]))).toBeNull();
  });

  it("comes later by the surgeon's shift where its day lies in phase 3 or after, and only there", () => {
    expect(typicalStart([named(41, { shift: 28 })])?.on).toBe("2026-02-11");
    expect(typicalStart([named(42, { shift: 28 })])?.on).toBe("2026-03-12");
  });

  it("is not usual on any day where one protocol leaves it open or avoids it, yet no earlier than the other one's", () => {
    const open = typicalStart([named(null), named(10)]);
    expect(open).toMatchObject({ on: "2026-01-11", isIndividual: true });
    expect(typicalStart([named(10), named(null)])).toEqual(open);
    expect(usualFrom(open)).toBeNull();
    const avoided = typicalStart([named(30), named(10, { isAvoided: true }), named(5)]);
    expect(avoided).toMatchObject({ on: "2026-01-31", isAvoided: true, sources: ["10"] });
    expect(usualFrom(avoided)).toBeNull();
    expect(typicalStart([named(null)])?.on).toBeNull();
  });
});
