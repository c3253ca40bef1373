import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { DosageInput } from "@/lib/clinical/dosage";
import type { Dosage } from "@/lib/clinical/facts";
import { defaultSettings, type ClinicalSettings, type SettingName } from "@/lib/clinical/settings";
import { triageLevels } from "@/lib/clinical/triage-content";
import { dosage, review } from "../../support/clinical-answers";
import { aContent, anExercise, onDay } from "../../support/clinical-content";

const content = aContent([anExercise({ defaultDosage: {} })]);

function ask(current: Dosage, input: Partial<DosageInput> = {}, changed: Partial<Record<SettingName, number>> = {}) {
  const settings: ClinicalSettings = { ...defaultSettings };
  const given = Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [
      name,
      { ...setting, value: changed[name as SettingName] ?? setting.value },
    ]),
  ) as ClinicalSettings;
  const quiet = { worstTriage: "NORMAL_SORENESS", adherencePct: 100 } as const;
  return dosage(
    { exercise: "bridge", protocol: "fusion", phase: 1, current, phaseDefault: current, week: quiet, ...input },
    content,
    given,
  );
}

const after = (worstTriage: (typeof triageLevels)[number] | null, adherencePct: number | null = 100) => ({
  week: { worstTriage, adherencePct },
});

describe("timed work after a quiet week", () => {
  it.each([
    [1, 5, 10],
    [1, 8, 13],
    [1, 15, 20],
    [2, 25, 30],
    [2, 28, 30],
    [2, 30, 30],
    [2, 40, 40],
    [3, 30, 35],
    [3, 44, 45],
    [6, 45, 45],
  ])("in phase %i grows from %i to %i min", (phase, durationMin, minutes) => {
    const { proposal, change } = ask({ durationMin, perDay: 2, sets: 1, reps: 1 }, { phase });
    expect(proposal).toEqual({ durationMin: minutes, perDay: 2, sets: 1, reps: 1 });
    expect(change).toBe(minutes > durationMin ? "increase" : "keep");
  });

  it("grows past the phase's default, by the clinic's step, never further than review lets pass", () => {
    expect(ask({ durationMin: 15 }, { phaseDefault: { durationMin: 15 } }).proposal.durationMin).toBe(20);
    expect(ask({ durationMin: 15 }, {}, { growthMinutes: 8 }).proposal.durationMin).toBe(23);
    expect(ask({ durationMin: 15 }, {}, { growthMinutes: 12 }).proposal.durationMin).toBe(25);
    expect(ask({ durationMin: 15 }, {}, { capMinutesEarly: 18 }).proposal.durationMin).toBe(18);
  });

  it("says from what to what, up to where, and on which source", () => {
    expect(ask({ durationMin: 15 })).toMatchObject({
      because: {
        en: "A quiet week: from 15 to 20 min; at most 30 in this phase.",
        es: "Una semana tranquila: de 15 a 20 min; como máximo 30 en esta fase.",
      },
      source: ["SEED2", "POULTER-LF", "POULTER-CF"],
    });
    expect(ask({ durationMin: 45 }, { phase: 3 })).toMatchObject({
      because: { en: "A quiet week, and a session lasts at most 45 min in this phase: the dose stays." },
      source: ["background, unverified"],
    });
  });
});

describe("untimed work after a quiet week", () => {
  const phaseDefault = { sets: 3, reps: 10 };
  it.each<[Dosage, Dosage, string]>([
    [{ sets: 2, reps: 6 }, { sets: 2, reps: 8 }, "increase"],
    [{ sets: 2, reps: 9 }, { sets: 2, reps: 10 }, "increase"],
    [{ sets: 2, reps: 10 }, { sets: 3, reps: 10 }, "increase"],
    [{ sets: 1, reps: 10 }, { sets: 2, reps: 10 }, "increase"],
    [{ sets: 3, reps: 10 }, { sets: 3, reps: 10 }, "keep"],
    [{ sets: 2, reps: 12 }, { sets: 3, reps: 12 }, "increase"],
    [{ sets: 3, reps: 12 }, { sets: 3, reps: 12 }, "keep"],
    [{ sets: 4, reps: 8 }, { sets: 4, reps: 10 }, "increase"],
    [{ sets: 3, reps: 3 }, { sets: 3, reps: 5 }, "increase"],
    [{ sets: 3, reps: 1 }, { sets: 3, reps: 3 }, "increase"],
    [{ sets: 2 }, { sets: 3 }, "increase"],
    [{ reps: 8 }, { reps: 10 }, "increase"],
    [{ holdSec: 10 }, { holdSec: 10 }, "keep"],
    [{ sets: null, reps: null, durationMin: null }, { sets: null, reps: null, durationMin: null }, "keep"],
  ])("goes from %j to %j", (current, proposal, change) => {
    expect(ask(current, { phaseDefault })).toMatchObject({ proposal, change });
    expect(ask({ ...current, holdSec: 5, loadKg: 2, perDay: 1, perWeek: 3 }, { phaseDefault }).proposal).toMatchObject({
      ...{ holdSec: 5, loadKg: 2, perDay: 1, perWeek: 3 },
    });
  });

  it("grows nothing that the phase's default does not name", () => {
    expect(ask({ sets: 2, reps: 6 }, { phaseDefault: {} }).change).toBe("keep");
    expect(ask({ sets: 2, reps: 6 }, { phaseDefault: { sets: 3 } }).proposal).toEqual({ sets: 3, reps: 6 });
    expect(ask({ sets: 2, reps: 6 }, { phaseDefault: { sets: 3, reps: null } }).proposal).toEqual({ sets: 3, reps: 6 });
  });

  it("grows by the clinic's step, and says when the step needs a reason", () => {
    expect(ask({ sets: 2, reps: 6 }, { phaseDefault }, { growthReps: 3 }).proposal.reps).toBe(9);
    expect(ask({ sets: 2, reps: 6 }, { phaseDefault }).because.en).toBe("A quiet week: from 6 to 8 repetitions.");
    const steep = "More than half over: signing asks for a reason.";
    expect(ask({ sets: 1, reps: 3 }, { phaseDefault }).because.en).toBe(
      `A quiet week: from 3 to 5 repetitions. ${steep}`,
    );
    expect(ask({ sets: 1, reps: 10 }, { phaseDefault }).because.en).toBe(`A quiet week: from 1 to 2 sets. ${steep}`);
  });
});

describe("a week that was not quiet", () => {
  it("keeps the dose without a check-in, after a stop, and under the adherence that growth takes", () => {
    const kept = (input: Partial<DosageInput>) => {
      const { proposal, change, because } = ask({ durationMin: 15 }, input);
      expect([proposal, change]).toEqual([{ durationMin: 15 }, "keep"]);
      return because.en;
    };
    expect(kept(after(null))).toBe("No check-in this week: the dose stays.");
    for (const level of ["HOLD_NOTIFY_PT", "SAME_DAY_SURGEON", "EMERGENCY"] as const) {
      expect(kept(after(level))).toContain("stopped the work");
    }
    expect(kept(after("NORMAL_SORENESS", 74.9))).toBe(
      "Adherence this week: 74.9 %; work grows from 75 %. The dose stays.",
    );
    expect(kept(after("NORMAL_SORENESS", null))).toBe(
      "Adherence this week: not known; work grows from 75 %. The dose stays.",
    );
    expect(ask({ durationMin: 15 }, after("NORMAL_SORENESS", 75)).change).toBe("increase");
    expect(ask({ durationMin: 15 }, after("NORMAL_SORENESS", 60), { growthAdherencePct: 60 }).change).toBe("increase");
  });

  it.each<[Dosage, Dosage, string]>([
    [{ durationMin: 20, perDay: 2 }, { durationMin: 15, perDay: 2 }, "reduce"],
    [{ durationMin: 15 }, { durationMin: 11 }, "reduce"],
    [{ durationMin: 6 }, { durationMin: 5 }, "reduce"],
    [{ durationMin: 5, sets: 3 }, { durationMin: 5, sets: 3 }, "keep"],
    [{ durationMin: 3 }, { durationMin: 3 }, "keep"],
    [{ sets: 4, reps: 10, holdSec: 5 }, { sets: 3, reps: 10, holdSec: 5 }, "reduce"],
    [{ sets: 3, reps: 10 }, { sets: 2, reps: 10 }, "reduce"],
    [{ sets: 2, reps: 10 }, { sets: 1, reps: 10 }, "reduce"],
    [{ sets: 1, reps: 10 }, { sets: 1, reps: 7 }, "reduce"],
    [{ reps: 2 }, { reps: 1 }, "reduce"],
    [{ sets: 1, reps: 1 }, { sets: 1, reps: 1 }, "keep"],
    [{ holdSec: 10 }, { holdSec: 10 }, "keep"],
  ])("cuts %j to %j after REDUCE_DOSE", (current, proposal, change) => {
    expect(ask(current, after("REDUCE_DOSE", 0))).toMatchObject({ proposal, change });
  });

  it("cuts by the clinic's percentage and floor, and says why it cannot", () => {
    expect(ask({ durationMin: 20 }, after("REDUCE_DOSE"), { reducePct: 50 }).proposal).toEqual({ durationMin: 10 });
    expect(ask({ durationMin: 20 }, after("REDUCE_DOSE"), { reduceFloorMinutes: 18 }).proposal).toEqual({
      durationMin: 18,
    });
    expect(ask({ durationMin: 20 }, after("REDUCE_DOSE")).because.en).toBe(
      "Pain stayed up this week: from 20 to 15 min, a cut of 25 % rounded down.",
    );
    expect(ask({ reps: 1 }, after("REDUCE_DOSE")).because.en).toContain("already the smallest");
  });
});

it("keeps what the content does not know", () => {
  expect(ask({ durationMin: 15 }, { exercise: "nope" })).toMatchObject({
    ...{ proposal: { durationMin: 15 }, change: "keep", source: ["background, unverified"] },
    because: { en: '"nope" is not in the content: the dose stays.' },
  });
  expect(ask({ durationMin: 15 }, { protocol: "none" }).because.en).toContain('"none"');
});

describe("for any work", () => {
  const some = (most: number) => fc.option(fc.integer({ min: 1, max: most }), { nil: undefined });
  const any = fc.record({
    sets: some(5),
    reps: some(20),
    holdSec: some(30),
    durationMin: some(60),
    loadKg: some(10),
    perDay: some(3),
  });
  const week = fc.record({
    worstTriage: fc.option(fc.constantFrom(...triageLevels)),
    adherencePct: fc.option(fc.integer({ min: 0, max: 100 })),
  });
  const keys = ["sets", "reps", "holdSec", "durationMin", "loadKg", "perDay"] as const;

  it("nothing grows over the default but minutes to the cap, one key at a time, and never after a bad week", () => {
    fc.assert(
      fc.property(any, any, week, fc.integer({ min: 1, max: 4 }), (current, phaseDefault, seen, phase) => {
        const { proposal, change } = ask(current, { phaseDefault, week: seen, phase });
        const grown = keys.filter((key) => (proposal[key] ?? 0) > (current[key] ?? 0));
        const cut = keys.filter((key) => (proposal[key] ?? 0) < (current[key] ?? 0));
        expect([grown.length, cut.length]).toEqual([change === "increase" ? 1 : 0, change === "reduce" ? 1 : 0]);
        for (const key of grown) {
          expect(["sets", "reps", "durationMin"]).toContain(key);
          const most = key === "durationMin" ? (phase <= 2 ? 30 : 45) : (phaseDefault[key] ?? 0);
          expect(proposal[key]).toBeLessThanOrEqual(most);
        }
        if (seen.worstTriage !== "NORMAL_SORENESS" || (seen.adherencePct ?? 0) < 75) expect(grown).toEqual([]);
        if (seen.worstTriage !== "REDUCE_DOSE") expect(cut).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("review's ramp finds nothing in a step that does not say so", () => {
    fc.assert(
      fc.property(any, any, (current, phaseDefault) => {
        const { proposal, because } = ask(current, { phaseDefault, phase: 4 });
        const line = (dosed: Dosage) => [{ exercise: "bridge", dosage: dosed }];
        const input = onDay(100, {
          previous: line(current),
          lines: line(proposal),
          weekWithoutTriageAboveNormal: true,
        });
        const isSteep = review(input, content).lines[0]?.findings.some(({ rule }) => rule === "ramp");
        expect(isSteep).toBe(because.en.includes("signing asks for a reason"));
      }),
      { numRuns: 2000 },
    );
  });
});
