import { describe, expect, it } from "vitest";
import type { Dosage } from "@/lib/clinical/facts";
import type { Line } from "@/lib/clinical/prescription";
import { review } from "../../support/clinical-answers";
import { aContent, aLine, anExercise, firstLine, onDay, severitiesOf } from "../../support/clinical-content";

const quiet = { weekWithoutTriageAboveNormal: true };

describe("ramp", () => {
  it.each([
    [15, []],
    [16, ["override"]],
  ])("a timed exercise starts at %i min", (durationMin, severities) => {
    expect(severitiesOf("ramp", { durationMin }, quiet)).toEqual(severities);
    expect(severitiesOf("ramp", { durationMin }, { ...quiet, previous: [aLine({ sets: 1 })] })).toEqual(severities);
  });

  it.each<[Dosage, Dosage, string[]]>([
    [{ durationMin: 20 }, { durationMin: 30 }, []],
    [{ durationMin: 20 }, { durationMin: 31 }, ["override"]],
    [{ sets: 2, reps: 10 }, { sets: 3, reps: 10 }, []],
    [{ sets: 2 }, { sets: 2, reps: 10 }, []],
    [{ reps: 10 }, { sets: 4, reps: 10 }, []],
    [{ durationMin: null }, { durationMin: 15 }, []],
    [{ holdSec: null }, { holdSec: 60 }, []],
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
    expect(severitiesOf("ramp", dosage, { ...quiet, previous: [aLine(before)] })).toEqual(severities);
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
    [{ sets: null }, { sets: 2 }, []],
    [{ sets: 2 }, { sets: null }, []],
  ])("from %o to %o without a quiet week", (before, dosage, severities) => {
    expect(severitiesOf("ramp", dosage, { previous: [aLine(before)] })).toEqual(severities);
    expect(severitiesOf("ramp", dosage, { previous: [aLine(before)], weekWithoutTriageAboveNormal: false })).toEqual(
      severities,
    );
  });

  it("names every growth with what stands behind it", () => {
    const content = aContent([anExercise({ defaultDosage: {} })]);
    const input = onDay(100, {
      previous: [aLine({ durationMin: 5, loadKg: 2 })],
      lines: [aLine({ durationMin: 20, loadKg: 6 })],
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
      firstLine(onDay(100, { ...quiet, previous, lines: [aLine({ durationMin }, exercise)] }), content).filter((rule) =>
        rule.startsWith("ramp"),
      );
    const before = [
      aLine({ durationMin: 10 }, "treadmill"),
      aLine({ durationMin: 20 }, "short"),
      aLine({ durationMin: 15 }, "treadmill2"),
    ];
    expect(rules(30, before)).toEqual([]);
    expect(rules(30, before.toReversed())).toEqual([]);
    expect(rules(31, before)).toEqual(["ramp override"]);
    expect(rules(16, [...before, aLine({ durationMin: 5 }, "brisk")])).toEqual(["ramp override"]);
    expect(rules(16, before, "bike")).toEqual(["ramp override"]);
    expect(rules(16, [aLine({}, "short")])).toEqual(["ramp override"]);
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
    const previous = before ? [aLine(before)] : [];
    expect(severitiesOf("on-hold", dosage, { hold: true, previous })).toEqual(severities);
    expect(severitiesOf("on-hold", dosage, { hold: false, previous })).toEqual([]);
    expect(severitiesOf("on-hold", dosage, { previous })).toEqual([]);
  });
});
