import { describe, expect, it } from "vitest";
import type { EntryCriteria } from "@/lib/clinical/entry-criteria";
import type { ClinicalContent, PhaseFacts } from "@/lib/clinical/facts";
import { reviewTemplate } from "../../support/clinical-answers";
import { aContent, anExercise, aPhase, aProtocol, fourPhases, tag } from "../../support/clinical-content";
import { aTemplate, noEntry, oneEach, type PhaseChange, templateLine as line } from "../../support/template-review";

const content = aContent([anExercise()]);

describe("the phases", () => {
  const problemsOf = (...changes: PhaseChange[]) => reviewTemplate(aTemplate(...changes), oneEach, content).problems;

  it("are at least one", () => {
    expect(reviewTemplate({ ...aTemplate(), phases: [] }, [], content).problems).toEqual({ phases: "required" });
  });

  it.each<[PhaseChange, PhaseChange, Record<string, string>]>([
    [{ n: 2 }, {}, { "phases.0.n": "outOfOrder" }],
    [{ dayStart: 1 }, {}, { "phases.0.dayStart": "firstDayZero" }],
    [{ dayStart: -1 }, {}, { "phases.0.dayStart": "firstDayZero" }],
    [{}, { dayStart: 14.5 }, { "phases.0.dayEndExclusive": "daysGap", "phases.1.dayStart": "outOfRange" }],
    [{}, { entry: { minDay: 13 } }, { "phases.1.entryCriteria.minDay": "outOfOrder" }],
    [{ dayEndExclusive: 15 }, {}, { "phases.0.dayEndExclusive": "daysOverlap" }],
    [{ dayEndExclusive: 13 }, {}, { "phases.0.dayEndExclusive": "daysGap" }],
    [{ dayEndExclusive: 0 }, {}, { "phases.0.dayEndExclusive": "outOfRange" }],
    [{ dayEndExclusive: 3651 }, {}, { "phases.0.dayEndExclusive": "outOfRange" }],
    [{ dayEndExclusive: null }, {}, { "phases.0.dayEndExclusive": "required" }],
    [{}, { dayEndExclusive: 40 }, { "phases.1.dayEndExclusive": "lastStaysOpen" }],
    [{ dayStart: 20 }, {}, { "phases.0.dayStart": "firstDayZero", "phases.0.dayEndExclusive": "endsBeforeItBegins" }],
    [{ name: { en: "", es: "Uno" } }, {}, { "phases.0.name.en": "required" }],
    [
      { limits: { liftKg: 0, sitMaxMin: 0 } },
      {},
      { "phases.0.limits.liftKg": "outOfRange", "phases.0.limits.sitMaxMin": "outOfRange" },
    ],
    [{ limits: { liftKg: 2.3, sitMaxMin: 20 } }, {}, {}],
    [{ entryClearances: ["RUNNING", "RUNNING"] }, {}, { "phases.0.entryCriteria.clearances": "twice" }],
    [
      { blockedTags: [tag("FLEXION"), tag("FLEXION", "LUMBAR"), tag("FLEXION")] },
      {},
      { "phases.0.blockedTags.2": "twice" },
    ],
  ])("%o, then %o: %o", (first, second, problems) => {
    const found = problemsOf(first, second);
    expect(found).toMatchObject(problems);
    // A phase that is out of order has no lines of its own.
    const structural = Object.keys(found).filter((path) => !path.startsWith("lines.") && !path.endsWith(".lines"));
    expect(structural.sort()).toEqual(Object.keys(problems).sort());
  });

  it.each<[string, number[], Record<string, string>]>([
    ["as in the protocol", [0, 14, 42, 84], {}],
    ["with other days of the same stages", [0, 20, 35, 60], {}],
    ["with the second removed", [0, 42, 84], { "phases.1.dayStart": "beginsTooLate" }],
    ["with the first in two", [0, 7, 14, 42, 84], { "phases.2.dayStart": "endsTooEarly" }],
    ["with one before the third made later", [0, 50, 84], { "phases.1.dayStart": "beginsTooLate" }],
  ])("keep the early weeks apart from the later ones: %s", (_, days, problems) => {
    const phases = days.map((day, index) => {
      const phase = aPhase(index + 1, day, days[index + 1] ?? null);
      return { ...phase, entryCriteria: { ...noEntry, minDay: day } };
    });
    const lines = phases.map(({ n }) => line(n));
    const of = (shipped: ClinicalContent) => reviewTemplate({ ...aTemplate(), phases }, lines, shipped).problems;
    expect(of(content)).toEqual(problems);
    expect(of(aContent([anExercise()], aProtocol("fusion", fourPhases.slice(0, 2))))).toEqual({});
  });

  it("block only what exercises can have", () => {
    const misspelt: object = { tag: "FLEXON", region: null };
    const elsewhere: object = { tag: "FLEXION", region: "PELVIS" };
    const blockedTags = [misspelt, elsewhere] as PhaseFacts["blockedTags"];
    expect(problemsOf({ blockedTags })).toEqual({
      "phases.0.blockedTags.0": "badValue",
      "phases.0.blockedTags.1": "badValue",
    });
  });

  it.each<[Partial<EntryCriteria>, string]>([
    [{ redFlagFreeDays: -1 }, "redFlagFreeDays"],
    [{ nprsAvg7dMax: 11 }, "nprsAvg7dMax"],
    [{ nprsActivityMax: 2.5 }, "nprsActivityMax"],
    [{ walkContinuousMin: 0 }, "walkContinuousMin"],
    [{ sitToleranceMin: -5 }, "sitToleranceMin"],
    [{ adherencePct: 101 }, "adherencePct"],
    [{ functional: [{ measure: "TUG", op: "<=", value: -1, unit: "s" }] }, "functional.0.value"],
  ])("ask for nothing out of range: %o", (entry, field) => {
    expect(problemsOf({}, { entry })).toEqual({ [`phases.1.entryCriteria.${field}`]: "outOfRange" });
  });

  it("ask for a function test once, by a value or by the person's own", () => {
    const norm = { measure: "TUG", op: "<=", value: "baseline", unit: "s" } as const;
    const chair = { measure: "5XSTS", op: "<=", value: 15, unit: "s" } as const;
    const entry = {
      ...{ nprsAvg7dMax: 0, nprsActivityMax: 10, adherencePct: 75, walkContinuousMin: 20 },
      functional: [norm, chair],
    };
    expect(problemsOf({}, { entry })).toEqual({});
    expect(problemsOf({}, { entry: { functional: [norm, norm] } })).toEqual({
      "phases.1.entryCriteria.functional.1.measure": "twice",
    });
  });
});
