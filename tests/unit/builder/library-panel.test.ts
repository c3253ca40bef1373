import { describe, expect, it } from "vitest";
import { whyNotNow } from "@/app/(clinic)/patients/[patientId]/program/_components/library/library-panel-fit";
import { newLine } from "@/app/(clinic)/patients/[patientId]/program/_components/library/library-panel-line";
import { dosageSchema } from "@/lib/schemas/dosage";

const day = { today: 59, phase: 44 };
const finding = {
  rule: "too-early",
  severity: "block",
  because: { en: "Early.", es: "Temprano." },
  source: [],
} as const;
const findings = [{ ...finding, source: [] }];

describe("what fits a phase", () => {
  it("is what may be signed and is open by the phase's first day", () => {
    const clear = { verdict: "clear", heldBack: null, findings: [] } as const;
    expect(whyNotNow({ ...clear, findings: [] }, day)).toBeNull();
    expect(whyNotNow({ verdict: "override", heldBack: null, findings: [] }, day)).toBeNull();
    const opens = (until: "day" | "phase", at: number) =>
      whyNotNow({ verdict: "block", heldBack: { until, day: at, keys: [] }, findings }, { today: 59, phase: 84 });
    expect(opens("phase", 84)).toBeNull();
    expect(opens("day", 84)).toBeNull();
    expect(opens("day", 85)).toEqual({ because: "day", day: 85, inDays: 26 });
  });

  it("is not what opens later, waits for a clearance, or is blocked", () => {
    const held = (until: "day" | "clearance", at: number) => ({
      verdict: "block" as const,
      heldBack: { until, day: at, keys: until === "clearance" ? ["SWIM_POOL" as const] : [] },
      findings,
    });
    expect(whyNotNow(held("day", 70), day)).toEqual({ because: "day", day: 70, inDays: 11 });
    expect(whyNotNow(held("clearance", 59), day)).toEqual({ because: "clearance", keys: ["SWIM_POOL"] });
    expect(whyNotNow({ verdict: "block", heldBack: null, findings }, day)).toEqual({
      because: "blocked",
      words: finding.because,
    });
  });
});

describe("a new line", () => {
  const templateLineId = "018f0000-0000-7000-8000-000000000001";
  const facts = { id: "walk", defaultDosage: { durationMin: 10, perDay: 1 } };
  const template = {
    ...{ templateLineId, exercise: "walk", dosage: dosageSchema.parse({ durationMin: 20, perDay: 1 }) },
    ...{ starting: true, reason: null, overrideReason: { en: "Grows.", es: "Aumenta." } },
  };
  const start = { id: "a", facts, own: null, locale: "es" } as const;

  it("begins with the exercise's dosage where the phase has none of its own", () => {
    const line = newLine({ ...start, phase: { n: 2, lines: [] } });
    expect(line).toMatchObject({
      phase: 2,
      dosage: { durationMin: 10, sets: null },
      templateLineId: null,
      overrideReason: null,
    });
  });

  it("takes the template's dosage with its reason and origin", () => {
    const line = newLine({ ...start, phase: { n: 3, lines: [template] } });
    expect(line).toMatchObject({ dosage: { durationMin: 20 }, templateLineId, overrideReason: "Aumenta." });
  });

  it("prefers one's own default, which the template's reason does not cover", () => {
    const line = newLine({ ...start, own: { durationMin: 15 }, phase: { n: 3, lines: [template] } });
    expect(line).toMatchObject({ dosage: { durationMin: 15 }, templateLineId, overrideReason: null });
  });
});
