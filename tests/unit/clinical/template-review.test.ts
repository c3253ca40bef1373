import { describe, expect, it } from "vitest";
import { loadContent } from "../../../prisma/content/load";
import type { TemplateReviewLine } from "@/lib/clinical/template-review";
import { reviewTemplate } from "../../support/clinical-answers";
import {
  aContent,
  anExercise,
  aPhase,
  aProtocol,
  avoided,
  fromDay,
  individual,
  withClearance,
} from "../../support/clinical-content";
import { aTemplate, oneEach, templateLine as line } from "../../support/template-review";

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
