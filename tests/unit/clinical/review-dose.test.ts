import { describe, expect, it } from "vitest";
import type { Dosage, ExerciseFacts } from "@/lib/clinical/facts";
import type { Line, ReviewInput } from "@/lib/clinical/prescription";
import { review } from "@/lib/clinical/review";
import {
  aContent,
  anExercise,
  aPhase,
  aProtocol,
  firstLine,
  fourPhases,
  fromDay,
  onDay,
} from "../../support/clinical-content";

const inPhase = (dosage: Dosage) =>
  fourPhases.map((phase) =>
    phase.n === 4
      ? { ...phase, lines: [{ exercise: "bridge", dosage, requiresClearance: false, availableFromDay: 84 }] }
      : phase,
  );
const line = (dosage: Dosage, exercise = "bridge"): Line => ({ exercise, dosage });
const quiet = { weekWithoutTriageAboveNormal: true };

function found(rule: string, dosage: Dosage, input: Partial<ReviewInput> = {}, facts: Partial<ExerciseFacts> = {}) {
  const content = aContent([anExercise({ defaultDosage: {}, ...facts })]);
  return firstLine(onDay(100, { lines: [line(dosage)], ...input }), content)
    .filter((name) => name.startsWith(rule))
    .map((name) => name.split(" ")[1]);
}

describe("dose-above-default", () => {
  const usual = { sets: 2, reps: 10, perDay: 2, holdSec: 10 };

  it.each<[Dosage, string[]]>([
    [{ sets: 2, reps: 10, perDay: 2, holdSec: 10 }, []],
    [{ sets: 4, reps: 10, perDay: 1 }, []],
    [{ sets: 2, reps: 11, perDay: 2 }, ["caution"]],
    [{ sets: 4, reps: 10, perDay: 2 }, ["caution"]],
    [{ sets: 3, reps: 9, perDay: 3 }, ["override"]],
    [{ holdSec: 11 }, ["caution"]],
    [{ holdSec: 20 }, ["caution"]],
    [{ holdSec: 21 }, ["override"]],
    [{ sets: 4 }, []],
    [{ sets: 5, perDay: 1 }, ["caution"]],
    [{ reps: 21, perDay: 2 }, ["override"]],
    [{ durationMin: 100 }, []],
    [{ sets: null, reps: null, holdSec: null }, []],
  ])("%o beside 2 × 10 twice a day, 10 s", (dosage, severities) => {
    expect(found("dose", dosage, {}, { defaultDosage: usual })).toEqual(severities);
  });

  it.each<[Dosage, string[]]>([
    [{ durationMin: 15, perDay: 2 }, []],
    [{ durationMin: 30 }, []],
    [{ durationMin: 31 }, ["caution"]],
    [{ durationMin: 20, perDay: 3 }, ["caution"]],
    [{ durationMin: 21, perDay: 3 }, ["override"]],
  ])("%o beside 15 min twice a day", (dosage, severities) => {
    expect(found("dose", dosage, {}, { defaultDosage: { durationMin: 15, perDay: 2 } })).toEqual(severities);
  });

  it("is measured by the phase's line, and by the exercise's own default outside the phase", () => {
    const exercise = anExercise({ defaultDosage: { sets: 1, reps: 10 } });
    const input = onDay(100, { lines: [line({ sets: 3, reps: 10 })] });
    expect(firstLine(input, aContent([exercise]))).toEqual(["dose-above-default override"]);
    expect(firstLine(input, aContent([exercise], aProtocol("fusion", inPhase({ sets: 2, reps: 10 }))))).toEqual([
      "dose-above-default caution",
    ]);
    expect(firstLine(input, aContent([exercise], aProtocol("fusion", inPhase({ sets: 3, reps: 10 }))))).toEqual([]);
  });

  it("keeps the stricter of two protocols", () => {
    const exercise = anExercise({
      defaultDosage: { sets: 1, reps: 10 },
      earliest: { fusion: fromDay(0), pathway: fromDay(0) },
    });
    const content = aContent(
      [exercise],
      aProtocol("fusion", inPhase({ sets: 2, reps: 10 })),
      aProtocol("pathway", [aPhase(1, 0, null)]),
    );
    const input = onDay(100, { lines: [line({ sets: 3, reps: 10 })] });
    expect(firstLine(input, content)).toEqual(["dose-above-default caution"]);
    expect(firstLine({ ...input, alsoProtocols: ["pathway"] }, content)).toEqual(["dose-above-default override"]);
    expect(firstLine({ ...input, protocol: "pathway", phase: 1, alsoProtocols: ["fusion"] }, content)).toEqual([
      "dose-above-default override",
    ]);
  });

  it("a later timeline never makes it milder", () => {
    const exercise = anExercise({
      defaultDosage: { sets: 9, reps: 10 },
      earliest: { fusion: fromDay(0), pathway: fromDay(0) },
    });
    const small = { exercise: "bridge", dosage: { sets: 1, reps: 10 }, requiresClearance: false, availableFromDay: 42 };
    const content = aContent(
      [exercise],
      aProtocol("fusion", fourPhases),
      aProtocol("pathway", [aPhase(1, 0, 14), aPhase(2, 14, 42), aPhase(3, 42, null, { lines: [small] })]),
    );
    const input = onDay(50, { phase: 2, alsoProtocols: ["pathway"], lines: [line({ sets: 3, reps: 10 })] });
    expect(firstLine(input, content)).toEqual(["dose-above-default override"]);
    expect(firstLine({ ...input, shiftDays: 14 }, content)).toEqual(["dose-above-default override"]);
  });
});

describe("ramp", () => {
  it.each([
    [15, []],
    [16, ["override"]],
  ])("a timed exercise starts at %i min", (durationMin, severities) => {
    expect(found("ramp", { durationMin }, quiet)).toEqual(severities);
    expect(found("ramp", { durationMin }, { ...quiet, previous: [line({ sets: 1 })] })).toEqual(severities);
  });

  it.each<[Dosage, Dosage, string[]]>([
    [{ durationMin: 20 }, { durationMin: 30 }, []],
    [{ durationMin: 20 }, { durationMin: 31 }, ["override"]],
    [{ sets: 2, reps: 10 }, { sets: 3, reps: 10 }, []],
    [{ sets: 2, reps: 10 }, { sets: 2, reps: 16 }, ["override"]],
    [{ sets: 2, reps: 10, perDay: 1 }, { sets: 2, reps: 10, perDay: 2 }, ["override"]],
    [{ sets: 2, reps: 10, perDay: 2 }, { sets: 3, reps: 10, perDay: 2 }, []],
    [{ holdSec: 10 }, { holdSec: 15 }, []],
    [{ holdSec: 10 }, { holdSec: 16 }, ["override"]],
    [{ loadKg: 8 }, { loadKg: 10 }, []],
    [{ loadKg: 8 }, { loadKg: 10.1 }, ["override"]],
    [{ loadKg: 2 }, { loadKg: 3 }, []],
    [{ loadKg: 2 }, { loadKg: 3.1 }, ["override"]],
    [{ loadKg: 4.4 }, { loadKg: 5.5 }, []],
    [{ perWeek: 3 }, { perWeek: 7 }, []],
    [{ loadKg: null }, { loadKg: 9 }, []],
    [{}, { holdSec: 60 }, []],
  ])("from %o to %o after a quiet week", (before, dosage, severities) => {
    expect(found("ramp", dosage, { ...quiet, previous: [line(before)] })).toEqual(severities);
  });

  it.each<[Dosage, Dosage, string[]]>([
    [{ sets: 2 }, { sets: 2 }, []],
    [{ sets: 2 }, { sets: 3 }, ["override"]],
    [{ reps: 10 }, { reps: 11 }, ["override"]],
    [{ sets: 3, reps: 10 }, { sets: 1, reps: 11 }, ["override"]],
    [{ holdSec: 10 }, { holdSec: 11 }, ["override"]],
    [{ durationMin: 10 }, { durationMin: 11 }, ["override"]],
    [{ perDay: 1 }, { perDay: 2 }, ["override"]],
    [{}, { perDay: 2 }, ["override"]],
    [{ perDay: 2 }, {}, []],
    [{ perWeek: 5 }, { perWeek: 6 }, ["override"]],
    [{ loadKg: 2 }, { loadKg: 2.5 }, ["override"]],
    [{ rpeMax: 3 }, { rpeMax: 4 }, ["override"]],
    [{ restSec: 30 }, { restSec: 60 }, []],
    [{ sets: 3 }, { sets: 2 }, []],
    [{}, { sets: 2 }, []],
  ])("from %o to %o without a quiet week", (before, dosage, severities) => {
    expect(found("ramp", dosage, { previous: [line(before)] })).toEqual(severities);
    expect(found("ramp", dosage, { previous: [line(before)], weekWithoutTriageAboveNormal: false })).toEqual(
      severities,
    );
  });

  it("names every growth with what stands behind it", () => {
    const content = aContent([anExercise({ defaultDosage: {} })]);
    const input = onDay(100, {
      previous: [line({ durationMin: 5, loadKg: 2 })],
      lines: [line({ durationMin: 20, loadKg: 6 })],
    });
    expect(review(input, content).lines[0]?.findings[0]).toEqual({
      rule: "ramp",
      severity: "override",
      because: {
        en: "Minutes grow from 5 to 20, kilograms grow from 2 to 6 and more minutes and load without a week of normal soreness before it. Lower it, or write the reason.",
        es: "Minutos: aumento de 5 a 20, kilogramos: aumento de 2 a 6 y más minutos y carga sin una semana previa de molestia normal. Bájelo o escriba el motivo.",
      },
      source: ["SEED2", "background, unverified"],
    });
  });

  it("counts the longest of the ramp group, so that brisk walks after short ones are growth", () => {
    const walk = (id: string) => anExercise({ id, rampGroup: "walking", defaultDosage: {} });
    const content = aContent([
      walk("short"),
      walk("brisk"),
      walk("treadmill"),
      anExercise({ id: "bike", rampGroup: "cycling" }),
    ]);
    const rules = (durationMin: number, previous: Line[], exercise = "brisk") =>
      firstLine(onDay(100, { ...quiet, previous, lines: [line({ durationMin }, exercise)] }), content).filter((rule) =>
        rule.startsWith("ramp"),
      );
    const before = [
      line({ durationMin: 10 }, "treadmill"),
      line({ durationMin: 20 }, "short"),
      line({ durationMin: 15 }, "treadmill2"),
    ];
    expect(rules(30, before)).toEqual([]);
    expect(rules(31, before)).toEqual(["ramp override"]);
    expect(rules(16, [...before, line({ durationMin: 5 }, "brisk")])).toEqual(["ramp override"]);
    expect(rules(16, before, "bike")).toEqual(["ramp override"]);
    expect(rules(16, [line({}, "short")])).toEqual(["ramp override"]);
  });
});

describe("on-hold", () => {
  it.each<[Dosage | null, Dosage, string[]]>([
    [null, {}, ["block"]],
    [{ sets: 2 }, { sets: 2 }, []],
    [{ sets: 2 }, { sets: 1 }, []],
    [{ sets: 2 }, { sets: 3 }, ["block"]],
    [{ reps: 10 }, { reps: 11 }, ["block"]],
    [{ holdSec: 5 }, { holdSec: 6 }, ["block"]],
    [{ durationMin: 5 }, { durationMin: 6 }, ["block"]],
    [{ perDay: 1 }, { perDay: 2 }, ["block"]],
    [{ perWeek: 1 }, { perWeek: 2 }, ["block"]],
    [{ loadKg: 1 }, { loadKg: 1.5 }, ["block"]],
    [{ rpeMax: 1 }, { rpeMax: 2 }, ["block"]],
    [{ restSec: 30 }, { restSec: 90 }, []],
  ])("from %o to %o during a hold", (before, dosage, severities) => {
    const previous = before ? [line(before)] : [];
    expect(found("on-hold", dosage, { hold: true, previous })).toEqual(severities);
    expect(found("on-hold", dosage, { hold: false, previous })).toEqual([]);
    expect(found("on-hold", dosage, { previous })).toEqual([]);
  });
});

describe("duplicate", () => {
  const content = aContent([anExercise({ defaultDosage: { sets: 2, reps: 10, perDay: 1 } })]);
  const rulesOf = (lines: Line[], input: Partial<ReviewInput> = {}, known = content) =>
    review(onDay(100, { ...quiet, lines, ...input }), known).lines.map(({ findings }) =>
      findings.map(({ rule, severity }) => `${rule} ${severity}`),
    );

  it("marks each line after the first", () => {
    const half = line({ sets: 1, reps: 5 });
    expect(rulesOf([half, half, half])).toEqual([[], ["duplicate caution"], ["duplicate caution"]]);
    expect(rulesOf([half])).toEqual([[]]);
  });

  it("judges the sum of the doses on each of them", () => {
    const whole = line({ sets: 2, reps: 10 });
    expect(rulesOf([whole, whole])).toEqual([
      ["dose-above-default caution"],
      ["dose-above-default caution", "duplicate caution"],
    ]);
    expect(rulesOf([whole, line({ sets: 3, reps: 10 })])[0]).toEqual(["dose-above-default override"]);
    expect(rulesOf([whole, line({ reps: 10 }), line({ sets: 1, perDay: 1 })])[0]).toEqual([
      "dose-above-default caution",
    ]);
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
    const tens = [line({ durationMin: 10 }), line({ durationMin: 10 })];
    expect(rulesOf(tens, { clearances }, free)[0]).toEqual(["clearance-limit block", "ramp override"]);
    expect(
      rulesOf(tens, { clearances: [{ key: "AEROBIC_MACHINES", status: "granted" }], previous: tens }, free)[0],
    ).toEqual([]);
    expect(rulesOf([line({ loadKg: 3 }), line({ loadKg: 2 })], { clearances }, free)[0]).toEqual([]);
    const grantedAll: ReviewInput["clearances"] = [{ key: "AEROBIC_MACHINES", status: "granted" }];
    expect(
      rulesOf(
        [line({ sets: 1 }), line({ sets: 1 })],
        { clearances: grantedAll, hold: true, previous: [line({ sets: 1 })] },
        free,
      )[0],
    ).toEqual(["ramp override", "on-hold block"]);
    expect(rulesOf([line({ durationMin: 10 }), line({ sets: 1 })], { clearances: grantedAll }, free)[0]).toEqual([]);
  });
});
