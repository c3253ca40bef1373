import { describe, expect, it } from "vitest";
import { reviewInputSchema, signingInputSchema } from "@/lib/schemas/rules/review";
import { triageInputSchema } from "@/lib/schemas/rules/triage";
import { clinical, quietAnswers, triageContent } from "../../support/clinical-check-in";

const reviewInput = {
  protocol: "fusion-lumbar",
  anchor: "2026-09-01",
  today: "2026-11-21",
  phase: 3,
  alsoProtocols: [
    "fbss",
    { protocol: "injection-epidural", anchor: "2026-10-01", phase: 5 },
    { protocol: "nope", phase: 9 },
  ],
  restrictions: [
    { kind: "no-twisting", until: "2027-01-01", region: "LUMBAR" },
    { kind: "lift-limit", kg: 4.5 },
    { kind: "sit-limit", minutes: 20, from: null },
  ],
  clearances: [
    {
      key: "PHASE_DYNAMIC_STABILISATION",
      status: "granted",
      from: "2026-10-20",
      until: null,
      limits: { maxMinutes: 20, maxKg: 5 },
    },
  ],
  conditions: ["osteoporosis"],
  hold: false,
  previous: [{ exercise: "walk-short", dosage: { durationMin: 15 } }],
  weekWithoutTriageAboveNormal: true,
  shiftDays: 14,
  lines: [
    {
      exercise: "cat-camel",
      dosage: { sets: 1, reps: 10, perDay: 1, perWeek: 3, weekdays: [1, 3, 5], side: "both", loadKg: null },
    },
  ],
};
const triageInput = {
  answers: quietAnswers,
  context: {
    region: "LUMBAR",
    procedureType: "FUSION",
    pathway: "STANDARD",
    surgical: true,
    daysSince: 40,
    inExpectedFlare: false,
  },
  recent: [{ on: "2026-11-20", answers: { nprsBefore: 2, saddleNumb: null }, level: "NORMAL_SORENESS" }],
  stage: "before",
};
const reviewSchema = reviewInputSchema(clinical);
const signingSchema = signingInputSchema(clinical);
const triageSchema = triageInputSchema(triageContent.inputs);
const withLine = (line: object) => ({ lines: [{ ...reviewInput.lines[0], ...line }] });

/** The path of the first issue, as zod names it, with the unknown key where one is meant. */
function issueAt(schema: typeof reviewSchema | typeof signingSchema | typeof triageSchema, input: unknown): string {
  const [issue] = schema.safeParse(input).error?.issues ?? [];
  if (!issue) return "valid";
  return [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys : [])].join(".");
}

describe("review's input", () => {
  it("takes the example of the contract, and its shortest form", () => {
    expect(issueAt(reviewSchema, reviewInput)).toBe("valid");
    const { protocol, anchor, today, phase } = reviewInput;
    expect(issueAt(reviewSchema, { protocol, anchor, today, phase, lines: [{ exercise: "nope" }] })).toBe("valid");
    expect(issueAt(reviewSchema, { protocol: "nope", anchor, today, phase: 9, lines: [] })).toBe("valid");
  });

  it.each(["protocol", "anchor", "today", "phase", "lines"])("needs %s", (key) => {
    expect(issueAt(reviewSchema, { ...reviewInput, [key]: undefined })).toBe(key);
  });

  it.each<[string, object]>([
    ["extra", { extra: 1 }],
    ["anchor", { anchor: "2026-02-29" }],
    ["today", { today: "2026-11-21T00:00" }],
    ["phase", { phase: 0 }],
    ["phase", { phase: 7 }],
    ["phase", { phase: 2.5 }],
    ["alsoProtocols.0.phase", { alsoProtocols: [{ protocol: "fusion-lumbar", phase: 7 }] }],
    ["restrictions.0.kind", { restrictions: [{ kind: "no-fun" }] }],
    ["restrictions.0.kg", { restrictions: [{ kind: "lift-limit" }] }],
    ["restrictions.0.minutes", { restrictions: [{ kind: "sit-limit" }] }],
    ["restrictions.0.region", { restrictions: [{ kind: "no-bending", region: "lumbar" }] }],
    ["restrictions.0.until", { restrictions: [{ kind: "no-bending", until: "2026-13-01" }] }],
    ["clearances.0.key", { clearances: [{ key: "RUN", status: "granted" }] }],
    ["clearances.0.status", { clearances: [{ key: "RUNNING", status: "yes" }] }],
    ["clearances.0.limits.maxKm", { clearances: [{ key: "RUNNING", status: "granted", limits: { maxKm: 5 } }] }],
    ["conditions.0", { conditions: ["tired"] }],
    ["hold", { hold: "no" }],
    ["shiftDays", { shiftDays: -1 }],
    ["previous.0.dosage.sets", { previous: [{ exercise: "x", dosage: { sets: 1.5 } }] }],
    ["lines.0.phase", withLine({ phase: 3 })],
    ["lines.0.exercise", withLine({ exercise: "" })],
    ["lines.0.dosage.sets", withLine({ dosage: { sets: 0 } })],
    ["lines.0.dosage.reps", withLine({ dosage: { reps: 1000 } })],
    ["lines.0.dosage.holdSec", withLine({ dosage: { holdSec: -1 } })],
    ["lines.0.dosage.restSec", withLine({ dosage: { restSec: -1 } })],
    ["lines.0.dosage.durationMin", withLine({ dosage: { durationMin: 0 } })],
    ["lines.0.dosage.perDay", withLine({ dosage: { perDay: 0 } })],
    ["lines.0.dosage.perWeek", withLine({ dosage: { perWeek: 8 } })],
    ["lines.0.dosage.weekdays", withLine({ dosage: { perWeek: 2, weekdays: [1, 3, 5] } })],
    ["lines.0.dosage.weekdays", withLine({ dosage: { weekdays: [1] } })],
    ["lines.0.dosage.weekdays", withLine({ dosage: { perWeek: 2, weekdays: [3, 1] } })],
    ["lines.0.dosage.weekdays.0", withLine({ dosage: { perWeek: 1, weekdays: [8] } })],
    ["lines.0.dosage.loadKg", withLine({ dosage: { loadKg: -0.1 } })],
    ["lines.0.dosage.rpeMax", withLine({ dosage: { rpeMax: 11 } })],
    ["lines.0.dosage.side", withLine({ dosage: { side: "up" } })],
    ["lines.0.dosage.kg", withLine({ dosage: { kg: 1 } })],
  ])("refuses %s", (path, change) => {
    expect(issueAt(reviewSchema, { ...reviewInput, ...change })).toBe(path);
  });
});

describe("signing's input", () => {
  it("has a phase of the protocol on every line", () => {
    expect(issueAt(signingSchema, { ...reviewInput, ...withLine({ phase: 6 }) })).toBe("valid");
    expect(issueAt(signingSchema, reviewInput)).toBe("lines.0.phase");
    expect(issueAt(signingSchema, { ...reviewInput, ...withLine({ phase: 7 }) })).toBe("lines.0.phase");
    expect(issueAt(signingSchema, { ...reviewInput, protocol: "nope", ...withLine({ phase: 7 }) })).toBe("valid");
  });
});

describe("triage's input", () => {
  it("takes every input of the content, answered or not", () => {
    expect(issueAt(triageSchema, triageInput)).toBe("valid");
    expect(issueAt(triageSchema, { answers: {}, context: triageInput.context })).toBe("valid");
  });

  it.each<[string, object]>([
    ["answers.nprs", { answers: { nprs: 1 } }],
    ["answers.nprsBefore", { answers: { nprsBefore: 11 } }],
    ["answers.nprsBefore", { answers: { nprsBefore: 2.5 } }],
    ["answers.feverC", { answers: { feverC: 98.6 } }],
    ["answers.hoursIncreased", { answers: { hoursIncreased: -1 } }],
    ["answers.weakness", { answers: { weakness: "some" } }],
    ["answers.calf", { answers: { calf: "no" } }],
    ["context.region", { context: { ...triageInput.context, region: "THORACIC" } }],
    ["context.surgical", { context: { ...triageInput.context, surgical: undefined } }],
    ["context.daysSince", { context: { ...triageInput.context, daysSince: -1 } }],
    ["context.age", { context: { ...triageInput.context, age: 60 } }],
    ["recent.0.on", { recent: [{ on: "yesterday", answers: {}, level: null }] }],
    ["recent.0.level", { recent: [{ on: "2026-11-20", answers: {}, level: "BAD" }] }],
    ["stage", { stage: "during" }],
  ])("refuses %s", (path, change) => {
    expect(issueAt(triageSchema, { ...triageInput, ...change })).toBe(path);
  });
});
