import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { fusionEvidenceLevels, type EntryCriteria } from "@/lib/clinical/entry-criteria";
import type { ReadinessInput } from "@/lib/clinical/readiness";
import type { Evidence } from "@/lib/clinical/readiness/evidence";
import { defaultSettings, type Setting } from "@/lib/clinical/settings";
import { readiness } from "../../support/clinical-answers";
import { anyClearance } from "../../support/clinical-arbitraries";
import { clinical } from "../../support/clinical-check-in";
import { ask, daysAgo, entryContent, stateOf } from "../../support/clinical-readiness";
import { anyReadiness, seenToday } from "../../support/clinical-readiness-arbitraries";

const seen = <T>(value: T, days = 0) => ({ value, on: daysAgo(days) });
const chairStand = (value: number | "age/sex norm" | "baseline") => ({
  functional: [{ measure: "30S_CHAIR_STAND", op: ">=", value, unit: "reps" } as const],
});
const sitToStand = { functional: [{ measure: "5XSTS", op: "<=", value: 15.2, unit: "s" } as const] };
const review = { other: [{ en: "review done", es: "control hecho" }] };

describe("a number", () => {
  it.each<[string, Partial<EntryCriteria>, keyof Evidence, number[], number[]]>([
    ["redFlagFreeDays", { redFlagFreeDays: 7 }, "redFlagFreeDays", [7, 8], [6, 0]],
    ["nprsAvg7dMax", { nprsAvg7dMax: 4 }, "nprsAvg7d", [4, 3.9], [4.1, 10]],
    ["nprsActivityMax", { nprsActivityMax: 5 }, "nprsActivity", [5, 0], [6]],
    ["walkContinuousMin", { walkContinuousMin: 20 }, "walkContinuousMin", [20, 60], [19.5, 0]],
    ["sitToleranceMin", { sitToleranceMin: 30 }, "sitToleranceMin", [30], [29]],
    ["adherencePct", { adherencePct: 75 }, "adherencePct", [75, 100], [74.9]],
  ])("of %s is met at its bound and not beyond", (id, asked, key, met, unmet) => {
    const state = (value: number) => stateOf(id, entryContent(asked), { [key]: seen(value) });
    expect(met.map(state)).toEqual(met.map(() => "met"));
    expect(unmet.map(state)).toEqual(unmet.map(() => "unmet"));
    expect(stateOf(id, entryContent(asked))).toBe("unknown");
  });

  it.each(["nprsAvg7dMax", "nprsActivityMax", "walkContinuousMin", "sitToleranceMin", "adherencePct", "woundClosed"])(
    "that the phase does not ask for is not listed: %s",
    (id) => expect(stateOf(id, entryContent())).toBeUndefined(),
  );

  it("of no days without a warning sign asks for nothing", () => {
    const [, none] = ask(entryContent()).criteria;
    expect(none).toMatchObject({ id: "redFlagFreeDays", state: "met", needed: 0, has: null, on: null });
    const [, old] = ask(entryContent(), { redFlagFreeDays: seen(3, 40) }).criteria;
    expect(old).toMatchObject({ state: "met", has: 3, on: daysAgo(40) });
  });
});

describe("what somebody saw", () => {
  it("of the wound is met when it is closed", () => {
    const state = (value: boolean) =>
      stateOf("woundClosed", entryContent({ woundClosed: true }), { woundClosed: seen(value) });
    expect([state(true), state(false)]).toEqual(["met", "unmet"]);
    expect(stateOf("woundClosed", entryContent({ woundClosed: false }))).toBeUndefined();
  });

  it.each([
    ["NONE_REQUIRED", [undefined, undefined, undefined]],
    ["PROGRESSING", ["unmet", "met", "met"]],
    ["SOLID", ["unmet", "unmet", "met"]],
  ] as const)("of the fusion, where %s is asked", (fusionEvidence, states) => {
    const content = entryContent({ fusionEvidence });
    expect(
      fusionEvidenceLevels.map((level) => stateOf("fusionEvidence", content, { fusionEvidence: seen(level) })),
    ).toEqual(states);
    expect(stateOf("fusionEvidence", content)).toBe(states[0] && "unknown");
  });

  it("of a text is a clinician's confirmation of that number", () => {
    const content = entryContent({ other: [...review.other, { en: "out of collar", es: "sin collarín" }] });
    const evidence = { other: { "2": seen(true) } };
    expect([stateOf("other:1", content, evidence), stateOf("other:2", content, evidence)]).toEqual(["unknown", "met"]);
    expect(stateOf("other:1", content, { other: { "1": seen(false) } })).toBe("unmet");
    expect(stateOf("other:3", content, evidence)).toBeUndefined();
  });
});

describe("a function test", () => {
  it.each<[object, number, number | undefined, string]>([
    [sitToStand, 15.2, undefined, "met"],
    [sitToStand, 15.3, undefined, "unmet"],
    [sitToStand, 15.3, 20, "unmet"],
    [chairStand(12), 12, undefined, "met"],
    [chairStand(12), 11, undefined, "unmet"],
    [chairStand("age/sex norm"), 12, 12, "met"],
    [chairStand("age/sex norm"), 11, 12, "unmet"],
    [chairStand("age/sex norm"), 40, undefined, "unknown"],
    [chairStand("baseline"), 12, 12, "met"],
    [chairStand("baseline"), 12, undefined, "unknown"],
  ])("by %j with the result %d and the norm %s is %s", (asked, value, norm, state) => {
    const result = { value, norm, on: daysAgo(0) };
    const { criteria } = ask(entryContent(asked), { functional: { "5XSTS": result, "30S_CHAIR_STAND": result } });
    expect(criteria.find(({ id }) => id.startsWith("functional:"))?.state).toBe(state);
  });

  it("names the norm that it needs, or that none is recorded", () => {
    const test = (evidence: Evidence) => ask(entryContent(chairStand("age/sex norm")), evidence).criteria[2];
    const on = daysAgo(0);
    expect(test({})).toMatchObject({
      ...{ id: "functional:30S_CHAIR_STAND", needed: "age/sex norm", has: null },
      because: { en: "Chair stands in 30 s: nothing known. Needed: at least the norm for age and sex." },
    });
    expect(test({ functional: { "30S_CHAIR_STAND": { value: 12, norm: 11, on } } })).toMatchObject({
      ...{ needed: 11, has: 12 },
      because: {
        es: "Levantarse de la silla en 30 s: 12 repeticiones (24 jul). Se necesita: al menos el valor normal para edad y sexo (11 repeticiones).",
      },
    });
    expect(test({ functional: { "30S_CHAIR_STAND": { value: 12, norm: null, on } } })).toMatchObject({
      ...{ needed: "age/sex norm", has: 12, on, state: "unknown" },
      because: {
        en: "Chair stands in 30 s: 12 reps (Jul 24). Needed: at least the norm for age and sex. That value is not recorded beside the result.",
      },
    });
  });
});

describe("the age of evidence", () => {
  const older: Setting = { value: 1000, basis: "sourced", sources: ["SEED1"] };
  it.each<[string, Partial<EntryCriteria>, (days: number) => Evidence, number]>([
    ["walkContinuousMin", { walkContinuousMin: 20 }, (days) => ({ walkContinuousMin: seen(20, days) }), 14],
    ["functional:5XSTS", sitToStand, (days) => ({ functional: { "5XSTS": seen(15, days) } }), 28],
    ["other:1", review, (days) => ({ other: { "1": seen(true, days) } }), 28],
    ["fusionEvidence", { fusionEvidence: "SOLID" }, (days) => ({ fusionEvidence: seen("SOLID", days) }), 90],
  ])("of %s ends when the clinic says", (id, asked, evidence, maxAge) => {
    const content = entryContent(asked);
    expect(stateOf(id, content, evidence(maxAge))).toBe("met");
    const stale = ask(content, evidence(maxAge + 1)).criteria.find((criterion) => criterion.id === id);
    expect(stale).toMatchObject({ state: "unknown", on: daysAgo(maxAge + 1) });
    expect(stale?.has).not.toBeNull();
    expect(stale?.because.en).toContain(`over ${maxAge} days ago: too old to count`);
    expect(stale?.source).toContain("background, unverified");
    const settings = {
      ...defaultSettings,
      ...{ evidenceMaxAgeDays: older, evidenceMaxAgeFunctionalDays: older },
      ...{ evidenceMaxAgeFusionDays: older, evidenceMaxAgeOtherDays: older },
    };
    expect(stateOf(id, content, evidence(maxAge + 1), {}, settings)).toBe("met");
  });

  it("of a closed wound has no end", () => {
    expect(stateOf("woundClosed", entryContent({ woundClosed: true }), { woundClosed: seen(true, 5000) })).toBe("met");
  });
});

describe("for any person", () => {
  const met = (input: ReadinessInput) =>
    readiness(input, clinical)
      .criteria.filter(({ state }) => state === "met")
      .map(({ id }) => id);
  const changed = (input: ReadinessInput, evidence: Evidence) => ({
    ...input,
    evidence: { ...input.evidence, ...evidence },
  });
  const runs = { numRuns: 300 };

  it("the same seen later never unmeets a criterion", () => {
    fc.assert(
      fc.property(anyReadiness, (input) => {
        expect(met(changed(input, seenToday(input)))).toEqual(expect.arrayContaining(met(input)));
      }),
      runs,
    );
  });

  it("one more clearance never unmeets a criterion", () => {
    fc.assert(
      fc.property(anyReadiness, anyClearance, (input, extra) => {
        const more = changed(input, { clearances: [...(input.evidence.clearances ?? []), extra] });
        expect(met(more)).toEqual(expect.arrayContaining(met(input)));
      }),
      runs,
    );
  });

  it("an open hold is never ready, and a later timeline never makes ready", () => {
    fc.assert(
      fc.property(anyReadiness, fc.integer({ min: 1, max: 60 }), (input, more) => {
        expect(readiness(changed(input, { hold: { value: true, on: input.today } }), clinical).ready).toBe(false);
        const later = readiness({ ...input, shiftDays: (input.shiftDays ?? 0) + more }, clinical);
        expect(later.ready && !readiness(input, clinical).ready).toBe(false);
      }),
      runs,
    );
  });

  it("unknown is never ready, and every criterion has a reason", () => {
    fc.assert(
      fc.property(anyReadiness, (input) => {
        const { ready, criteria } = readiness(input, clinical);
        expect(ready).toBe(criteria.every(({ state }) => state === "met"));
        expect(new Set(criteria.map(({ id }) => id)).size).toBe(criteria.length);
      }),
      runs,
    );
  });
});
