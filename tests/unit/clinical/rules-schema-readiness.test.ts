import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { dosageInputSchema } from "@/lib/schemas/rules/dosage";
import { readinessInputSchema } from "@/lib/schemas/rules/readiness";
import { clinical } from "../../support/clinical-check-in";

const on = "2026-11-19";
const evidence = {
  redFlagFreeDays: { value: 7, on },
  nprsAvg7d: { value: 3.5, on },
  nprsActivity: { value: 4, on },
  walkContinuousMin: { value: 0, on },
  sitToleranceMin: { value: 30, on },
  woundClosed: { value: true, on: "2026-10-01" },
  fusionEvidence: { value: "PROGRESSING", on },
  adherencePct: { value: 100, on },
  clearances: [{ key: "AEROBIC_MACHINES", status: "granted", from: "2027-01-01", until: null, limits: null }],
  functional: { "5XSTS": { value: 14.8, on }, "30S_CHAIR_STAND": { value: 12, norm: 11, on } },
  other: { "1": { value: true, on: "2026-11-21" } },
  hold: { value: false, on },
};
const readinessInput = {
  ...{ protocol: "fusion-lumbar", anchor: "2026-09-01", today: "2026-11-21", phase: 3, shiftDays: 0, evidence },
};
const dosageInput = {
  exercise: "walk-brisk",
  current: { durationMin: 15, perDay: 2 },
  phaseDefault: { durationMin: 20, sets: null },
  week: { worstTriage: "NORMAL_SORENESS", adherencePct: 90 },
  protocol: "fusion-lumbar",
  phase: 3,
};
const readinessSchema = readinessInputSchema(clinical);
const dosageSchema = dosageInputSchema(clinical);

function issueAt(schema: z.ZodType, input: unknown): string {
  const [issue] = schema.safeParse(input).error?.issues ?? [];
  if (!issue) return "valid";
  return [...issue.path, ...(issue.code === "unrecognized_keys" ? issue.keys : [])].join(".");
}

describe("readiness' input", () => {
  const withEvidence = (given: object) => ({ ...readinessInput, evidence: { ...evidence, ...given } });

  it("takes all evidence and none, phase 0 and the last, and a protocol that nobody knows", () => {
    expect(issueAt(readinessSchema, readinessInput)).toBe("valid");
    const { shiftDays, ...shortest } = readinessInput;
    expect(issueAt(readinessSchema, { ...shortest, evidence: {} })).toBe("valid");
    expect([0, 6, 7].map((phase) => issueAt(readinessSchema, { ...readinessInput, phase }))).toEqual([
      "valid",
      "valid",
      "phase",
    ]);
    expect(issueAt(readinessSchema, { ...readinessInput, protocol: "nope", phase: 9 })).toBe("valid");
    expect(shiftDays).toBe(0);
  });

  it.each(["protocol", "anchor", "today", "phase", "evidence"])("needs %s", (key) => {
    expect(issueAt(readinessSchema, { ...readinessInput, [key]: undefined })).toBe(key);
  });

  it.each<[string, object]>([
    ["extra", { extra: 1 }],
    ["anchor", { anchor: "2026-02-30" }],
    ["phase", { phase: -1 }],
    ["phase", { phase: 1.5 }],
    ["shiftDays", { shiftDays: -1 }],
  ])("refuses %s", (path, change) => expect(issueAt(readinessSchema, { ...readinessInput, ...change })).toBe(path));

  it.each<[string, object]>([
    ["nprsAvg7", { nprsAvg7: { value: 3, on } }],
    ["nprsAvg7d", { nprsAvg7d: 3 }],
    ["nprsAvg7d.value", { nprsAvg7d: { value: 10.5, on } }],
    ["nprsAvg7d.on", { nprsAvg7d: { value: 3 } }],
    ["nprsAvg7d.on", { nprsAvg7d: { value: 3, on: "2026-11-22" } }],
    ["nprsActivity.value", { nprsActivity: { value: "4", on } }],
    ["nprsActivity.by", { nprsActivity: { value: 4, on, by: "PT" } }],
    ["redFlagFreeDays.value", { redFlagFreeDays: { value: -1, on } }],
    ["walkContinuousMin.value", { walkContinuousMin: { value: "yes", on } }],
    ["sitToleranceMin.value", { sitToleranceMin: { value: true, on } }],
    ["woundClosed.value", { woundClosed: { value: 3, on } }],
    ["woundClosed.on", { woundClosed: { value: true, on: "2026-12-01" } }],
    ["fusionEvidence.value", { fusionEvidence: { value: "MAYBE", on } }],
    ["adherencePct.value", { adherencePct: { value: 101, on } }],
    ["clearances.0.status", { clearances: [{ key: "RUNNING", status: "yes" }] }],
    ["clearances.0.key", { clearances: [{ key: "RUN", status: "granted" }] }],
    ["functional.5XTST", { functional: { "5XTST": { value: 14, on } } }],
    ["functional.5XSTS.value", { functional: { "5XSTS": { value: "fast", on } } }],
    ["functional.5XSTS.norm", { functional: { "5XSTS": { value: 14, norm: "60-64", on } } }],
    ["functional.5XSTS.on", { functional: { "5XSTS": { value: 14, on: "2026-11-22" } } }],
    ["other.0", { other: { "0": { value: true, on } } }],
    ["other.review", { other: { review: { value: true, on } } }],
    ["other.1.value", { other: { "1": { value: "done", on } } }],
    ["other.1.on", { other: { "1": { value: true, on: "2026-11-22" } } }],
    ["hold.value", { hold: { value: "open", on } }],
    ["hold.on", { hold: { value: true, on: "2026-11-22" } }],
  ])("refuses evidence.%s", (path, given) =>
    expect(issueAt(readinessSchema, withEvidence(given))).toBe(`evidence.${path}`),
  );
});

describe("dosage's input", () => {
  it("takes a week with and without check-in and adherence, and what the content does not know", () => {
    expect(issueAt(dosageSchema, dosageInput)).toBe("valid");
    expect(issueAt(dosageSchema, { ...dosageInput, week: { worstTriage: null, adherencePct: null } })).toBe("valid");
    const noCheckIn = { worstTriage: null, adherencePct: null };
    expect(dosageSchema.parse({ ...dosageInput, week: null }).week).toEqual(noCheckIn);
    expect(dosageSchema.parse({ ...dosageInput, week: { worstTriage: null } }).week).toEqual(noCheckIn);
    expect(issueAt(dosageSchema, { ...dosageInput, exercise: "nope" })).toBe("valid");
    expect(issueAt(dosageSchema, { ...dosageInput, protocol: "nope", phase: 9 })).toBe("valid");
  });

  it.each(Object.keys(dosageInput))("needs %s", (key) => {
    expect(issueAt(dosageSchema, { ...dosageInput, [key]: undefined })).toBe(key);
  });

  it.each<[string, object]>([
    ["phase", { phase: 0 }],
    ["phase", { phase: 7 }],
    ["current.set", { current: { set: 1 } }],
    ["current.durationMin", { current: { durationMin: 0 } }],
    ["phaseDefault.reps", { phaseDefault: { reps: 1.5 } }],
    ["week.worstTriage", { week: { worstTriage: "BAD", adherencePct: 90 } }],
    ["week.worstTriage", { week: { adherencePct: 90 } }],
    ["week.adherencePct", { week: { worstTriage: null, adherencePct: 101 } }],
    ["week.days", { week: { worstTriage: null, adherencePct: 90, days: 7 } }],
    ["settings", { settings: {} }],
  ])("refuses %s", (path, change) => expect(issueAt(dosageSchema, { ...dosageInput, ...change })).toBe(path));
});
