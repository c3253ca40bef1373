import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/clinical/days";
import { liftSteps, stepsToSet } from "@/lib/clinical/lift-steps";
import { usualRestrictions, type UsualFrom, type UsualPhase } from "@/lib/clinical/restriction-defaults";
import { liftingLadder } from "@/prisma/content/bundled";
import { loadContent } from "@/prisma/content/load";
import type { TreatmentRegion } from "@/lib/clinical/facts";

const anchor = "2026-01-05";
const { protocols } = loadContent();

function usual(protocol: keyof typeof liftingLadder, phase: number, day: number, given: Partial<UsualFrom> = {}) {
  const phases = (protocols[protocol]?.phases ?? []).map(
    ({ n, dayStart, limits, blockedTags, sources }): UsualPhase => ({
      ...{ n, dayStart, limits, blockedTags, sources, brace: limits.brace, driving: limits.driving },
    }),
  );
  const region: TreatmentRegion = protocol === "fusion-cervical" ? "CERVICAL" : "LUMBAR";
  const from = {
    anchor,
    today: addDays(anchor, day),
    ...{ shiftDays: 0, shiftsFrom: Infinity },
    phase,
    region,
    phases,
    ladder: liftingLadder[protocol],
  };
  return usualRestrictions({ ...from, ...given }).map(({ terms, condition, sources }) => {
    const { kind, region: of, kg, minutes, untilDate, untilPhase } = terms;
    expect(sources.length).toBeGreaterThan(0);
    return [kind, of ?? kg ?? minutes, untilDate ?? untilPhase, condition?.en ?? null];
  });
}

describe("the usual restrictions", () => {
  it("of the first days after a lumbar fusion", () => {
    expect(usual("fusion-lumbar", 1, 1)).toEqual([
      ["lift-limit", 2.3, addDays(anchor, 41), null],
      ["no-bending", "LUMBAR", 5, null],
      ["no-extension", "LUMBAR", 5, null],
      ["no-twisting", "LUMBAR", 5, null],
      ["no-side-bending", "LUMBAR", 5, null],
      ["no-impact", null, 6, null],
      ["no-overhead", null, 4, null],
      ["no-immersion", null, 4, null],
      ["sit-limit", 20, 2, null],
      ["driving", null, 2, null],
      ["brace", null, 4, "per surgeon; when prescribed: out of bed, about 3-6 weeks"],
    ]);
  });

  it("leave to the surgeon what the content leaves to the surgeon, and other parts of the spine out", () => {
    const cervical = usual("fusion-cervical", 2, 20);
    expect(cervical).toContainEqual(["collar", null, 3, "by number of levels"]);
    expect(cervical.find(([kind]) => kind === "driving")?.[3]).toMatch(/out of the collar/);
    const injected = usual("injection-epidural", 1, 1, { region: "CERVICAL" });
    expect(injected.filter(([, of]) => of === "LUMBAR")).toEqual([]);
    expect(injected.filter(([, of]) => of === "CERVICAL")).toHaveLength(4);
  });

  it("end with the ladder's own open step, and are none where the phase is unknown or nothing is asked for", () => {
    expect(usual("fbss", 4, 90)).toContainEqual(["lift-limit", 9.1, null, null]);
    expect(usual("fbss", 1, 1).some(([kind]) => kind === "driving")).toBe(false);
    expect(usual("fusion-lumbar", 9, 1)).toEqual([]);
    expect(usual("fusion-lumbar", 6, 200)).toEqual([]);
  });
});

describe("the lifting ladder", () => {
  const days = { anchor, shiftDays: 14, shiftsFrom: 42 };
  const on = (day: number) => liftSteps(liftingLadder["fusion-lumbar"], { ...days, today: addDays(anchor, day) });

  it("runs later with the timeline from phase 3 on, and says what is unverified", () => {
    const steps = on(50);
    expect(steps.map(({ kg, until, isNow }) => [kg, until, isNow]).slice(0, 2)).toEqual([
      [2.3, addDays(anchor, 55), true],
      [4.5, addDays(anchor, 97), false],
    ]);
    expect(steps.map(({ sources }) => sources.at(0))).toContain("background, unverified");
    expect(on(400).at(-1)).toMatchObject({ kg: null, until: null, isNow: true });
  });

  it("sets the step of today or a stricter one, which ends with today's; a later one waits for its day", () => {
    const set = (day: number) => stepsToSet(on(day)).map(({ terms: { kg, untilDate } }) => [kg, untilDate]);
    expect(set(50)).toEqual([[2.3, addDays(anchor, 55)]]);
    expect(set(60)).toEqual([
      [2.3, addDays(anchor, 97)],
      [4.5, addDays(anchor, 97)],
    ]);
    expect(set(400).map(([kg]) => kg)).toEqual(on(400).flatMap(({ kg }) => kg ?? []));
    const tightened = on(60).map((step) => ({ ...step, kg: step.isNow ? 2 : step.kg }));
    expect(stepsToSet(tightened).map(({ kg }) => kg)).toEqual([2]);
  });

  it("begins with its first step before the procedure, and is not shifted without a third phase", () => {
    expect(on(-5)[0]?.isNow).toBe(true);
    expect(liftSteps(liftingLadder.fbss, { ...days, shiftsFrom: Infinity, today: anchor })[0]?.until).toBe(
      addDays(anchor, 41),
    );
  });
});
