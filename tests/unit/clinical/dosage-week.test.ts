import { describe, expect, it } from "vitest";
import { stoppedBySigning } from "@/lib/clinical/dosage/stopped-by-signing";
import { dosageAfterWeek, type LineOfWeek, type Week } from "@/lib/clinical/dosage/week";
import type { Dosage } from "@/lib/clinical/facts";
import { defaultSettings } from "@/lib/clinical/settings";
import { aContent, anExercise, aPhase, aProtocol, onDay } from "../../support/clinical-content";
import { wellSaid } from "../../support/clinical-words";

const listed = { exercise: "bridge", dosage: { sets: 2, reps: 12 }, requiresClearance: false, availableFromDay: 0 };
const content = aContent(
  [
    anExercise({ defaultDosage: { sets: 2, reps: 10 } }),
    anExercise({ id: "added", defaultDosage: { sets: 2, reps: 9 } }),
  ],
  aProtocol("fusion", [aPhase(1, 0, 14, { lines: [listed] })]),
);
const monday = "2026-03-02";

function ask(line: Partial<LineOfWeek> = {}, week: Partial<Week> = {}) {
  return wellSaid(
    dosageAfterWeek(
      {
        ...{ exercise: "bridge", dosage: { sets: 2, reps: 8 }, openSince: monday, donePct: 100 },
        ...{ stoodAllWeek: true, stoodWhenReduced: true, ...line },
      },
      {
        ...{ monday, worstTriage: "NORMAL_SORENESS", adherencePct: 100, wasHeld: false, protocol: "fusion", phase: 1 },
        ...week,
      },
      content,
      defaultSettings,
    ),
  );
}

describe("the week's answer for a line", () => {
  it("grows up to what the phase lists, and an exercise that it does not list up to its own default", () => {
    expect(ask()).toMatchObject({ change: "increase", proposal: { sets: 2, reps: 10 } });
    expect(ask({ dosage: { sets: 2, reps: 11 } })).toMatchObject({ proposal: { sets: 2, reps: 12 } });
    expect(ask({ exercise: "added" })).toMatchObject({ change: "increase", proposal: { sets: 2, reps: 9 } });
    expect(ask({ exercise: "added" }, { phase: 7 })).toMatchObject({ proposal: { sets: 2, reps: 9 } });
    expect(ask({ exercise: "added" }, { protocol: "nobody's" })).toMatchObject({ change: "keep" });
    expect(ask({ exercise: "nobody's" })).toMatchObject({ change: "keep" });
  });

  it.each<[string, Partial<LineOfWeek>, Partial<Week>]>([
    ["on hold", {}, { wasHeld: true }],
    ["for a whole week", { openSince: "2026-03-03" }, {}],
    ["for a whole week", { stoodAllWeek: false }, {}],
    ["Of this exercise 74 %", { donePct: 74 }, {}],
    ["Of this exercise 0 %", { donePct: null }, {}],
    ["Adherence this week: 74 %", {}, { adherencePct: 74 }],
    ["No check-in", {}, { worstTriage: null }],
    ["stopped the work", {}, { worstTriage: "HOLD_NOTIFY_PT" }],
  ])("keeps, and says why: %s", (why, line, week) => {
    const { change, proposal, because } = ask(line, week);
    expect([change, proposal]).toEqual(["keep", { sets: 2, reps: 8 }]);
    expect(because.en).toContain(why);
  });

  it("is less where the dosage is the one that hurt, on hold too, and never twice for one check-in", () => {
    const after: Partial<Week> = { worstTriage: "REDUCE_DOSE", wasHeld: true, adherencePct: null };
    expect(ask({ openSince: "2026-03-04", stoodAllWeek: false }, after)).toMatchObject({
      change: "reduce",
      proposal: { sets: 1, reps: 8 },
    });
    expect(ask({ stoodWhenReduced: false }, after)).toMatchObject({ change: "keep", proposal: { sets: 2, reps: 8 } });
  });
});

describe("what signing would stop", () => {
  const situation = { ...onDay(5), phase: 1, previous: [{ exercise: "bridge", dosage: { sets: 2, reps: 8 } }] };
  const stops = (next: Dosage | null, dosage: Dosage = { sets: 2, reps: 8 }, given = {}) =>
    stoppedBySigning(
      { ...situation, weekWithoutTriageAboveNormal: true, ...given },
      [{ exercise: "bridge", phase: 1, dosage, next }],
      content,
      defaultSettings,
    ).map((findings) => findings.map(({ rule, severity }) => `${rule} ${severity}`));

  it("is each change that blocks or asks for a reason, and nothing that stays", () => {
    expect(stops({ sets: 2, reps: 10 })).toEqual([[]]);
    expect(stops({ sets: 4, reps: 8 })).toEqual([["ramp override"]]);
    expect(stops({ sets: 2, reps: 10 }, undefined, { hold: true })).toEqual([["on-hold block"]]);
    expect(stops(null, { sets: 4, reps: 20 })).toEqual([[]]);
  });

  it("leaves out what stood against the line already: less is never stopped by it", () => {
    expect(stops({ sets: 4, reps: 8 }, { sets: 5, reps: 8 })).toEqual([[]]);
  });
});
