import { describe, expect, it } from "vitest";
import { unverified } from "@/lib/clinical/finding";
import { triage } from "@/lib/clinical/triage";
import type { Answers, TriageContext, WrittenCondition } from "@/lib/clinical/triage-content";
import { parametersIn, withParameters } from "@/lib/clinical/triage-parameters";
import { triageContentSchema } from "@/lib/schemas/content/triage";
import triageJson from "@/prisma/content/triage.json";
import { checkIn, quietAnswers, triageContent } from "../../support/clinical-check-in";
import reference from "../../support/clinical-reference.json";

const defaults = Object.fromEntries(
  Object.entries(triageContent.parameters).map(([name, parameter]) => [name, parameter.default]),
);
const fired = (id: string, values: Record<string, number>, answers: Answers, context: Partial<TriageContext> = {}) =>
  triage(checkIn(answers, context), withParameters(triageContent, values)).fired.find(({ rule }) => rule === id);

describe("the numbers of the conditions", () => {
  it("give with the defaults exactly the conditions of the reference", () => {
    const conditions = Object.fromEntries(triageContent.rules.map(({ id, condition }) => [id, condition]));
    expect(conditions).toEqual(
      Object.fromEntries(Object.entries(reference.rules).map(([id, { condition }]) => [id, condition])),
    );
    expect(withParameters(triageContent, {})).toEqual(triageContent);
    expect(withParameters(triageContent, defaults)).toEqual(triageContent);
  });

  it("stand in the content by name wherever the reference names a parameter", () => {
    for (const [name, { rules }] of Object.entries(triageContent.parameters)) {
      const using = triageContent.rules.filter(({ written }) => parametersIn(written).includes(name));
      expect([name, using.map(({ id }) => id).sort()]).toEqual([name, [...rules].sort()]);
    }
    expect(triageContentSchema.parse(triageJson)).toEqual(triageContent);
  });

  it("are kept beside their default, an unknown name changes nothing", () => {
    const { parameters, rules } = withParameters(triageContent, { nprsSevere: 9, nonsense: 1 });
    expect(parameters["nprsSevere"]).toMatchObject({ value: 9, default: 8 });
    expect(parameters["nonsense"]).toBeUndefined();
    expect(rules.filter(({ id }) => id === "fever")).toEqual(triageContent.rules.filter(({ id }) => id === "fever"));
  });

  it.each<[name: string, value: number, rule: string, answers: Answers, context: Partial<TriageContext>]>([
    ["nprsSevere", 7, "severe-or-worsening-pain", { nprsBefore: 7 }, {}],
    ["fewHours", 1, "prolonged-pain", { hoursIncreased: 2 }, {}],
    ["nprsRise", 1, "radiating-known", { painLocation: "radiating", nprsAfter: 3 }, {}],
    ["nprsAmber", 3, "form-pain", { painLocation: "local", nprsDuring: 3 }, {}],
    ["nprsRed", 5, "amber-pain", { nprsBefore: 5, nprsDuring: 5, nprsAfter: 5 }, {}],
    ["nprsHigh", 6, "prolonged-big", { nprsDuring: 6 }, {}],
    ["bigRise", 2, "severe-or-worsening-pain", { nprsBefore: 4, nprsAfter: 6 }, {}],
    ["veryBigRise", 3, "prolonged-big", { nprsAfter: 5 }, {}],
    ["longFlareHours", 20, "prolonged-big", { nprsAfter: 4, hoursIncreased: 20 }, {}],
    ["veryLongFlareHours", 40, "prolonged-big", { nprsAfter: 3, hoursIncreased: 40 }, {}],
    ["feverC", 37.8, "fever", { feverC: 37.9 }, {}],
    ["highFeverC", 38.5, "septic", { feverC: 38.5, chills: true }, {}],
    ["earlyPostOpDays", 100, "sob-exertion-early", { sob: "only in exercise, gone within 10 min" }, { daysSince: 100 }],
    ["earlyDeficitDays", 20, "early-deficit", { weakness: "mild", newRadiating: true }, { daysSince: 20 }],
    ["fallWatchDays", 400, "fall", { fall: true }, { daysSince: 400 }],
  ])("%s at %s decides on %s", (name, value, rule, answers, context) => {
    expect(fired(rule, { [name]: value }, answers, context)).toBeDefined();
    expect(fired(rule, {}, answers, context)).toBeUndefined();
  });
});

describe("the mark of a number that nobody has confirmed", () => {
  it.each<[rule: string, answers: Answers, isMarked: boolean]>([
    ["cauda-equina", { saddleNumb: true }, false],
    ["cauda-equina", { bladderBowel: "new difficulty", nprsBefore: 5, nprsAfter: 8 }, true],
    ["prolonged-pain", { hoursIncreased: 4 }, true],
    ["fever", { feverC: 38 }, false],
    ["severe-or-worsening-pain", { nprsBefore: 8 }, true],
    ["pe", { chestPain: true }, false],
    ["amber-pain", { nprsDuring: 6 }, false],
    ["fall-late", { fall: true }, true],
  ])("%s after %j: %s", (rule, answers, isMarked) => {
    expect(fired(rule, {}, answers)?.source.includes(unverified)).toBe(isMarked);
  });

  it("stands where only the clinic's own number fires, and not where the confirmed default fires too", () => {
    expect(fired("fever", { feverC: 37.8 }, { feverC: 37.9 })?.source).toContain(unverified);
    expect(fired("fever", { feverC: 37.8 }, { feverC: 38 })?.source).not.toContain(unverified);
  });
});

describe("a condition that names a number", () => {
  const written: WrittenCondition = [
    "and",
    ["not", ["==", "fall", true]],
    [
      "or",
      ["ctx", "daysSince", ">=", { parameter: "missing" }],
      ["rise", "nprsAfter", "nprsBefore", { parameter: "missing" }],
      [">=", "nprsAfter", { parameter: "missing" }],
      [">=", "nprsAfter", { parameter: "known" }],
      ["==", "chills", true],
    ],
  ];
  const parameters = { known: { value: 1, default: 3, basis: "SEED1", rules: [] } };
  const rules = triageContent.rules.slice(0, 1).map((rule) => ({ ...rule, written }));
  const content = { ...triageContent, rules, parameters };

  it("lists its names, those inside not too", () => {
    expect(parametersIn(written)).toEqual(["missing", "missing", "missing", "known"]);
    expect(parametersIn(["not", [">", "hoursIncreased", { parameter: "fewHours" }]])).toEqual(["fewHours"]);
  });

  it("is false where the number is missing", () => {
    const after = (nprsAfter: number) =>
      triage({ ...checkIn(), answers: { ...quietAnswers, nprsAfter } }, withParameters(content, {})).fired.length;
    expect([after(2), after(3)]).toEqual([0, 1]);
  });
});
