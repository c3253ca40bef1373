import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/clinical/days";
import type { Evidence } from "@/lib/clinical/readiness/evidence";
import { isLongStop, phaseToResume } from "@/lib/clinical/readiness/phase-to-resume";
import { anchor } from "../../support/clinical-content";
import { daysAgo, entryContent, today } from "../../support/clinical-readiness";

const input = { protocol: "fusion", anchor, today, phase: 4 };
const content = entryContent({ walkContinuousMin: 20, adherencePct: 75, other: [{ en: "seen", es: "visto" }] });

/** Confirmed for these phases, with a walk of so many minutes. */
function evidence(confirmed: readonly number[], walk = 20): (phase: number) => Evidence {
  return (phase) => ({
    walkContinuousMin: { value: walk, on: today },
    other: confirmed.includes(phase) ? { "1": { value: true, on: today } } : {},
    hold: { value: true, on: daysAgo(20) },
  });
}

describe("a long stop", () => {
  it.each([
    [13, false],
    [14, true],
    [200, true],
  ])("is one of 14 days: %i days", (days, isLong) => {
    expect(isLongStop(daysAgo(days), today)).toBe(isLong);
  });
});

describe("the phase in which a program goes on", () => {
  it("is the current one when its criteria are met, whatever was done under the hold", () => {
    const { phase, judged } = phaseToResume(input, evidence([4]), content);
    expect([phase, judged.map((one) => [one.phase, one.criteria.map(({ id, state }) => `${id} ${state}`)])]).toEqual([
      4,
      [[4, ["minDay met", "redFlagFreeDays met", "walkContinuousMin met", "other:1 met"]]],
    ]);
  });

  it("is the latest earlier one whose criteria are met, never a later one; what lacks above it is named", () => {
    const { phase, judged } = phaseToResume(input, evidence([2]), content);
    expect(phase).toBe(2);
    const missing = judged.map((one) => [
      one.phase,
      one.criteria.flatMap(({ id, state }) => (state === "met" ? [] : [id])),
    ]);
    expect(missing).toEqual([
      [4, ["other:1"]],
      [3, ["other:1"]],
      [2, []],
    ]);
    expect(phaseToResume({ ...input, phase: 1 }, evidence([1, 2, 3, 4]), content).phase).toBe(1);
  });

  it("is the first where none is met: unmet, unknown and too old alike", () => {
    const stale = (): Evidence => ({ walkContinuousMin: { value: 30, on: daysAgo(15) } });
    for (const known of [evidence([1, 2, 3, 4], 5), (): Evidence => ({}), stale]) {
      const { phase, judged } = phaseToResume(input, known, content);
      expect([phase, judged.map((one) => one.phase)]).toEqual([1, [4, 3, 2, 1]]);
    }
  });

  it("waits for the surgeon's later timeline too", () => {
    const onDay = (days: number) => ({ ...input, today: addDays(anchor, days), shiftDays: 28 });
    const all = (): Evidence => ({});
    expect(phaseToResume(onDay(111), all, entryContent()).phase).toBe(3);
    expect(phaseToResume(onDay(112), all, entryContent()).phase).toBe(4);
  });
});
