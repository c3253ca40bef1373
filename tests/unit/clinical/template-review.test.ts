import { describe, expect, it } from "vitest";
import type { EntryCriteria, ProtocolWithEntry } from "@/lib/clinical/entry-criteria";
import type { ClinicalContent, PhaseFacts } from "@/lib/clinical/facts";
import { loadContent } from "../../../prisma/content/load";
import type { TemplateReviewLine } from "@/lib/clinical/template-review";
import { reviewTemplate } from "../../support/clinical-answers";
import {
  aContent,
  anExercise,
  aPhase,
  aProtocol,
  avoided,
  fourPhases,
  fromDay,
  individual,
  tag,
  withClearance,
} from "../../support/clinical-content";

const noEntry: EntryCriteria = {
  ...{ minDay: 0, redFlagFreeDays: 0, nprsAvg7dMax: null, nprsActivityMax: null, walkContinuousMin: null },
  ...{ sitToleranceMin: null, woundClosed: null, fusionEvidence: "NONE_REQUIRED", functional: [], adherencePct: null },
  other: [],
};

type PhaseChange = Partial<PhaseFacts> & { entry?: Partial<EntryCriteria> };

/** Days 0–14–42 of the shipped protocol "fusion", each phase changed as said. */
function aTemplate(...changes: PhaseChange[]): ProtocolWithEntry {
  const phases = [aPhase(1, 0, 14), aPhase(2, 14, null)].map((phase, index) => {
    const { entry, ...change } = changes[index] ?? {};
    const changed = { ...phase, ...change };
    return { ...changed, entryCriteria: { ...noEntry, minDay: changed.dayStart, ...entry } };
  });
  return { ...aProtocol("fusion", []), phases };
}

const line = (phase: number, change: Partial<TemplateReviewLine> = {}): TemplateReviewLine => ({
  ...{ phase, exercise: "bridge", dosage: {}, starting: true, overrideReason: null },
  ...change,
});
const oneEach = [line(1), line(2)];
const content = aContent([anExercise()]);

describe("a template that may be published", () => {
  it("has no problems and no findings", () => {
    expect(reviewTemplate(aTemplate(), oneEach, content)).toMatchObject({
      lines: [
        { verdict: "clear", heldBack: null, findings: [] },
        { verdict: "clear", heldBack: { until: "day", day: 14, keys: [] }, findings: [] },
      ],
      findings: [],
      problems: {},
    });
  });

  it.each(Object.values(loadContent().protocols))("is $id as shipped", (protocol) => {
    const { clinical } = loadContent();
    const facts = clinical.protocols[protocol.id];
    const lines = protocol.phases.flatMap(({ n, lines: own }) =>
      own.map(({ exercise, dosage, starting, overrideReason }) => ({
        ...{ phase: n, exercise, dosage, starting, overrideReason: overrideReason?.en ?? null },
      })),
    );
    if (!facts) throw new Error(protocol.id);
    const review = reviewTemplate(facts, lines, clinical);
    expect(review.problems).toEqual({});
    expect(review.lines.filter(({ verdict }) => verdict === "block")).toEqual([]);
  });
});

describe("a line", () => {
  const judged = (facts: Parameters<typeof anExercise>[0], lines: TemplateReviewLine[], template = aTemplate()) =>
    reviewTemplate(template, lines, aContent([anExercise(facts)]));

  it("that waits for a clearance is held back and nothing is found", () => {
    const { lines } = judged({ earliest: { fusion: withClearance(0) }, clearanceKey: "RUNNING" }, oneEach);
    expect(lines[0]).toMatchObject({
      verdict: "clear",
      heldBack: { until: "clearance", keys: ["RUNNING"] },
      findings: [],
    });
  });

  it("that opens only after its phase is blocked, in days and without a date", () => {
    const { lines } = judged({ earliest: { fusion: fromDay(20) } }, oneEach);
    expect(lines[0]).toMatchObject({
      verdict: "block",
      heldBack: null,
      findings: [
        {
          rule: "too-early",
          because: { en: "Opens on day 20; phase 1 ends before day 14. It belongs to a later phase." },
        },
      ],
    });
    expect(lines[1]).toMatchObject({ verdict: "clear", heldBack: { until: "day", day: 20 } });
  });

  it("to be avoided is blocked", () => {
    expect(judged({ earliest: { fusion: avoided } }, oneEach).lines[1]).toMatchObject({
      verdict: "block",
      heldBack: null,
    });
  });

  it("that is an individual decision needs its reason", () => {
    const facts = { earliest: { fusion: individual }, clearanceKey: "RUNNING" } as const;
    expect(judged(facts, oneEach).problems).toEqual({
      "lines.0.overrideReason": "reasonNeeded",
      "lines.1.overrideReason": "reasonNeeded",
    });
    const written = oneEach.map((one) => ({ ...one, overrideReason: "ordered" }));
    expect(judged(facts, written).problems).toEqual({});
  });

  it("of an exercise that the library lacks is blocked", () => {
    const { lines } = judged({}, [...oneEach, line(2, { exercise: "unheard-of", starting: false })]);
    expect(lines[2]).toMatchObject({ verdict: "block", heldBack: null });
  });

  it("twice in a phase, or in none, is a problem", () => {
    const { problems, lines } = judged({}, [...oneEach, line(2, { starting: false }), line(3, { starting: false })]);
    expect(lines[2]).toMatchObject({ verdict: "block", heldBack: null, findings: [{ rule: "duplicate" }] });
    expect(problems).toEqual({ "lines.2.exercise": "twice", "lines.3.phase": "noSuchPhase" });
  });

  it("is measured by the shipped phase in whose days its phase begins, else by the exercise", () => {
    const usual = { exercise: "bridge", dosage: { sets: 1, reps: 4 }, requiresClearance: false, availableFromDay: 0 };
    const shipped = aProtocol("fusion", [aPhase(1, 0, 7), aPhase(2, 7, null, { lines: [usual] })]);
    const lines = [line(1, { dosage: { sets: 1, reps: 9 } }), line(2, { dosage: { sets: 1, reps: 9 } })];
    const known = aContent([anExercise({ defaultDosage: { sets: 1, reps: 9 } })], shipped);
    const rules = reviewTemplate(aTemplate(), lines, known).lines.map(({ findings }) =>
      findings.map(({ rule }) => rule),
    );
    expect(rules).toEqual([[], ["dose-above-default"]]);
    expect(reviewTemplate(aTemplate(), lines, { ...known, protocols: {} }).lines[1]?.findings).toEqual([]);
  });
});

describe("the starting selection", () => {
  const many = (count: number) => {
    const ids = Array.from({ length: count }, (_, index) => `exercise-${index}`);
    const lines = ids.map((exercise) => line(1, { exercise }));
    return reviewTemplate(
      aTemplate(),
      [...lines, line(2)],
      aContent([anExercise(), ...ids.map((id) => anExercise({ id }))]),
    );
  };

  it("has at least one line and at most six", () => {
    expect(reviewTemplate(aTemplate(), [line(1), line(2, { starting: false })], content).problems).toEqual({
      "phases.1.lines": "startingNeeded",
    });
    expect(many(6).problems).toEqual({});
    expect(many(7).problems).toEqual({ "phases.0.lines": "tooManyStarting" });
  });

  it("is the session that is counted", () => {
    expect(many(5).findings.map(({ rule }) => rule)).toEqual(["session-length"]);
    expect(many(4).findings).toEqual([]);
  });
});

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
