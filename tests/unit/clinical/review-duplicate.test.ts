import { describe, expect, it } from "vitest";
import type { Dosage } from "@/lib/clinical/facts";
import type { Line, ReviewInput } from "@/lib/clinical/prescription";
import { review } from "../../support/clinical-answers";
import { aContent, aLine, anExercise, aPhase, aProtocol, fromDay, onDay } from "../../support/clinical-content";

const quiet = { weekWithoutTriageAboveNormal: true };

describe("duplicate", () => {
  const content = aContent([anExercise({ defaultDosage: { sets: 2, reps: 10, perDay: 1 } })]);
  const rulesOf = (lines: Line[], input: Partial<ReviewInput> = {}, known = content) =>
    review(onDay(100, { ...quiet, lines, ...input }), known).lines.map(({ findings }) =>
      findings.map(({ rule, severity }) => `${rule} ${severity}`),
    );

  it("marks each line after the first", () => {
    const half = aLine({ sets: 1, reps: 5 });
    expect(rulesOf([half, half, half])).toEqual([[], ["duplicate caution"], ["duplicate caution"]]);
    expect(rulesOf([half])).toEqual([[]]);
  });

  it("judges the sum of the doses on each of them", () => {
    const whole = aLine({ sets: 2, reps: 10 });
    expect(rulesOf([whole, whole])).toEqual([
      ["dose-above-default caution"],
      ["dose-above-default caution", "duplicate caution"],
    ]);
    expect(rulesOf([whole, aLine({ sets: 3, reps: 10 })])[0]).toEqual(["dose-above-default override"]);
    expect(rulesOf([whole, aLine({ reps: 10 }), aLine({ sets: 1, perDay: 1 })])[0]).toEqual([
      "dose-above-default caution",
    ]);
  });

  it("keeps what only one of the lines names, and of two loads the larger", () => {
    const limited = aContent(
      [anExercise({ defaultDosage: {} })],
      aProtocol("fusion", [aPhase(4, 0, null, { limits: { liftKg: 5, sitMaxMin: null } })]),
    );
    const over = (...dosages: Dosage[]) =>
      rulesOf(
        dosages.map((dosage) => aLine(dosage)),
        {},
        limited,
      )[0]?.includes("over-limit block");
    expect(over({ loadKg: 6 }, { sets: 1 })).toBe(true);
    expect(over({ sets: 1 }, { loadKg: 6 })).toBe(true);
    expect(over({ loadKg: null }, { loadKg: 6 })).toBe(true);
    expect(over({ loadKg: 2 }, { loadKg: 6 })).toBe(true);
    expect(over({ loadKg: 6 }, { loadKg: 2 })).toBe(true);
    expect(over({ loadKg: 2 }, { loadKg: 4 })).toBe(false);
  });

  it("sums minutes and sets for ramp, hold and limits, but never two loads", () => {
    const free = aContent([
      anExercise({
        defaultDosage: {},
        clearanceKey: "AEROBIC_MACHINES",
        earliest: { fusion: { ...fromDay(0), rule: "CLEARANCE_FROM_DAY", clearance: true } },
      }),
    ]);
    const clearances: ReviewInput["clearances"] = [
      { key: "AEROBIC_MACHINES", status: "limited", limits: { maxMinutes: 15, maxKg: 3 } },
    ];
    const tens = [aLine({ durationMin: 10 }), aLine({ durationMin: 10 })];
    expect(rulesOf(tens, { clearances }, free)[0]).toEqual(["clearance-limit block", "ramp override"]);
    expect(
      rulesOf(tens, { clearances: [{ key: "AEROBIC_MACHINES", status: "granted" }], previous: tens }, free)[0],
    ).toEqual([]);
    expect(rulesOf([aLine({ loadKg: 3 }), aLine({ loadKg: 2 })], { clearances }, free)[0]).toEqual([]);
    const grantedAll: ReviewInput["clearances"] = [{ key: "AEROBIC_MACHINES", status: "granted" }];
    expect(
      rulesOf(
        [aLine({ sets: 1 }), aLine({ sets: 1 })],
        { clearances: grantedAll, hold: true, previous: [aLine({ sets: 1 })] },
        free,
      )[0],
    ).toEqual(["ramp override", "on-hold block"]);
    expect(rulesOf([aLine({ durationMin: 10 }), aLine({ sets: 1 })], { clearances: grantedAll }, free)[0]).toEqual([]);
  });
});
