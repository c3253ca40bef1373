import { describe, expect, it } from "vitest";
import type { RampGroup } from "@/lib/clinical/facts";
import { startingDosages, type StartingLine } from "@/lib/clinical/starting-dosage";
import { defaultSettings } from "@/lib/clinical/settings";
import { addDays } from "@/lib/clinical/days";
import { loadContent } from "@/prisma/content/load";
import { signing } from "../../support/clinical-answers";
import { anchor } from "../../support/clinical-content";

const line = (
  phase: number,
  exercise: string,
  durationMin: number | null,
  rampGroup: RampGroup | null = null,
): StartingLine => ({
  ...{ phase, exercise, rampGroup, dosage: { durationMin, perDay: 1 } },
});
const walk = (phase: number, minutes: number, exercise = "walk") => line(phase, exercise, minutes, "walking");
const minutes = (lines: readonly StartingLine[], startPhase: number) =>
  startingDosages(lines, startPhase).map(({ durationMin }) => durationMin);

describe("the dosage with which an assignment begins", () => {
  it.each<[string, StartingLine[], number, (number | null)[]]>([
    ["is the default where it may start so", [walk(1, 8), walk(2, 15)], 1, [8, 15]],
    ["is the start where nothing comes before", [walk(1, 30)], 1, [15]],
    ["is the default at the start's very minutes", [walk(1, 15), walk(2, 16, "x")], 1, [15, 16]],
    ["grows from phase to phase", [walk(1, 10), walk(2, 20), walk(3, 45), walk(4, 45)], 1, [10, 20, 30, 40]],
    ["starts in the phase in which the program begins", [walk(1, 8), walk(2, 20), walk(3, 30)], 2, [8, 15, 25]],
    ["starts in the phases before it too", [walk(1, 30), walk(2, 30), walk(3, 30)], 3, [15, 15, 15]],
    ["is measured over a phase without lines", [walk(1, 15), walk(4, 40)], 1, [15, 25]],
    ["takes the longest of its ramp group", [walk(1, 8, "a"), walk(1, 12, "b"), walk(2, 40, "c")], 1, [8, 12, 22]],
    ["takes its own before its group's", [walk(1, 5, "a"), walk(1, 15, "b"), walk(2, 40, "a")], 1, [5, 15, 15]],
    [
      "knows no group where the exercise has none",
      [line(1, "a", 15), line(2, "b", 40), line(2, "a", 40)],
      1,
      [15, 15, 25],
    ],
    ["knows its own group alone", [line(1, "bike", 15, "cycling"), walk(1, 5, "a"), walk(2, 40, "b")], 1, [15, 5, 15]],
    ["counts as a start what was not timed", [line(1, "a", null), line(2, "a", 40)], 1, [null, 15]],
  ])("%s", (_, lines, startPhase, expected) => {
    expect(minutes(lines, startPhase)).toEqual(expected);
    expect(minutes(lines.toReversed(), startPhase)).toEqual(expected.toReversed());
  });

  it("changes nothing but minutes, and hands the default itself on where it stands", () => {
    const [short, long] = [walk(1, 8), walk(2, 40)];
    const [first, second] = startingDosages([short, long], 1);
    expect(first).toBe(short.dosage);
    expect(second).toEqual({ durationMin: 18, perDay: 1 });
    expect(long.dosage.durationMin).toBe(40);
  });

  it("keeps to the clinic's numbers", () => {
    const setting = (value: number) => ({ ...defaultSettings.rampStartMinutes, value });
    const settings = { ...defaultSettings, rampStartMinutes: setting(12), rampGrowthMinutes: setting(5) };
    expect(startingDosages([walk(1, 30), walk(2, 30)], 1, settings).map(({ durationMin }) => durationMin)).toEqual([
      12, 17,
    ]);
  });
});

describe("a shipped starting selection", () => {
  const { clinical, protocols } = loadContent();
  const starts = Object.values(protocols).flatMap(({ id, phases }) =>
    phases.map(({ n, dayStart }) => ({ id, n, dayStart })),
  );

  it.each(starts)("of $id begun in phase $n meets no ramp", ({ id, n, dayStart }) => {
    const lines = (protocols[id]?.phases ?? []).flatMap((phase) =>
      phase.lines
        .filter(({ starting }) => starting)
        .map(({ exercise, dosage }) => ({
          ...{ exercise, dosage, phase: phase.n },
          rampGroup: clinical.exercises[exercise]?.rampGroup ?? null,
        })),
    );
    const dosages = startingDosages(lines, n);
    const dosed = lines.map(({ exercise, phase, dosage }, index) => ({
      exercise,
      phase,
      dosage: dosages[index] ?? dosage,
    }));
    const answer = signing(
      { protocol: id, anchor, today: addDays(anchor, dayStart), phase: n, lines: dosed },
      clinical,
    );
    expect(answer.lines.filter(({ findings }) => findings.some(({ rule }) => rule === "ramp"))).toEqual([]);
  });
});
