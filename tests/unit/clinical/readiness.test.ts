import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/clinical/days";
import { clearanceStates } from "@/lib/clinical/facts";
import type { Evidence } from "@/lib/clinical/readiness/evidence";
import { readiness } from "../../support/clinical-answers";
import { clinical } from "../../support/clinical-check-in";
import { anchor } from "../../support/clinical-content";
import { ask, daysAgo, entryContent, stateOf, today } from "../../support/clinical-readiness";

const seen = <T>(value: T, days = 0) => ({ value, on: daysAgo(days) });

describe("what is asked", () => {
  it("is every criterion of the next phase, in the content's order, and whether a hold is open", () => {
    const ids = (protocol: string, phase: number) =>
      readiness({ protocol, anchor, today, phase, evidence: {} }, clinical).criteria.map(({ id }) => id);
    const always = ["minDay", "redFlagFreeDays"];
    expect(ids("fusion-lumbar", 0)).toEqual([...always, "clearance:PROGRAM_START", "other:1", "other:2", "hold"]);
    expect(ids("fusion-lumbar", 3)).toEqual([
      ...always,
      ...["nprsAvg7dMax", "nprsActivityMax", "walkContinuousMin", "sitToleranceMin", "fusionEvidence"],
      ...["clearance:AEROBIC_MACHINES", "functional:5XSTS", "adherencePct", "other:1", "hold"],
    ]);
    expect(ids("fusion-lumbar", 1)).toContain("woundClosed");
  });

  it("ends with the last phase, whatever is known", () => {
    const { ready, criteria } = ask(entryContent(), {}, { phase: 4 });
    expect([ready, criteria.map(({ id, state, has }) => [id, state, has])]).toEqual([
      false,
      [["lastPhase", "unmet", 4]],
    ]);
    expect(criteria[0]?.because.en).toBe("Phase 4 is the last of: Title of fusion. No phase follows it.");
    expect(criteria[0]?.source).toEqual(["SEED2"]);
  });

  it("is nothing that can be answered for a protocol that the content lacks", () => {
    const { ready, criteria } = ask(entryContent(), {}, { protocol: "nope", phase: 9 });
    expect([ready, criteria.map(({ id, state, needed }) => [id, state, needed])]).toEqual([
      false,
      [["protocol", "unknown", "nope"]],
    ]);
  });

  it("is of the phase after the current one and of no other: phases are never skipped", () => {
    const needed = [0, 1, 2, 3].map((phase) => ask(entryContent(), {}, { phase }).criteria[0]?.needed);
    expect(needed).toEqual([0, 14, 42, 84]);
  });
});

describe("the answer", () => {
  const content = entryContent({ nprsAvg7dMax: 4, other: [{ en: "out of collar", es: "sin collarín" }] });
  const enough: Evidence = { nprsAvg7d: seen(4), other: { "1": seen(true) } };

  it("is ready only when every criterion is met", () => {
    expect(ask(content, enough).ready).toBe(true);
    expect(ask(content, { ...enough, nprsAvg7d: undefined }).ready).toBe(false);
    expect(ask(content, { ...enough, other: { "1": seen(false) } }).ready).toBe(false);
    expect(ask(content, enough, { today: addDays(anchor, 13) }).ready).toBe(false);
  });

  it("needs yes of what somebody saw or confirmed, and no of a hold", () => {
    const asked = entryContent({ woundClosed: true, other: [{ en: "out of collar", es: "sin collarín" }] });
    expect(ask(asked).criteria.map(({ id, needed }) => [id, needed])).toEqual([
      ["minDay", 14],
      ["redFlagFreeDays", 0],
      ["woundClosed", true],
      ["other:1", true],
      ["hold", false],
    ]);
  });

  it("says what is needed, what is there, when it was seen, why, and on which source", () => {
    const { criteria } = ask(content, enough);
    expect(criteria.find(({ id }) => id === "nprsAvg7dMax")).toEqual({
      id: "nprsAvg7dMax",
      state: "met",
      needed: 4,
      has: 4,
      on: today,
      because: {
        en: "Mean pain of 7 days: 4/10 (Jul 24). Needed: at most 4/10.",
        es: "Dolor medio de 7 días: 4/10 (24 jul). Se necesita: como máximo 4/10.",
      },
      source: ["background, unverified"],
    });
    expect(criteria.find(({ id }) => id === "other:1")).toMatchObject({
      because: {
        en: "Out of collar: confirmed (Jul 24). Needed: a clinician's confirmation.",
        es: "Sin collarín: confirmado (24 jul). Se necesita: la confirmación de un profesional.",
      },
      source: ["SEED2"],
    });
  });

  it("is never silent about a reason, in both languages and with a source", () => {
    for (const { id, phases } of Object.values(clinical.protocols)) {
      for (const { n } of [{ n: 0 }, ...phases]) {
        for (const criterion of readiness({ protocol: id, anchor, today, phase: n, evidence: {} }, clinical).criteria) {
          expect(criterion.because.en.length, criterion.id).toBeGreaterThan(10);
          expect(criterion.because.es.length, criterion.id).toBeGreaterThan(10);
          expect(criterion.source.length, criterion.id).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe("time", () => {
  it.each([
    [13, "unmet"],
    [14, "met"],
    [15, "met"],
    [-1, "unmet"],
  ])("on day %i is %s for a phase from day 14", (day, state) => {
    const content = entryContent();
    const on = { today: addDays(anchor, day) };
    expect(stateOf("minDay", content, {}, on)).toBe(state);
    expect(ask(content, {}, on).criteria[0]).toMatchObject({ needed: 14, has: day, on: on.today });
  });

  it.each([
    [1, 14, 13, "unmet"],
    [1, 14, 14, "met"],
    [2, 14, 55, "unmet"],
    [2, 14, 56, "met"],
    [2, 0, 42, "met"],
    [2, undefined, 42, "met"],
  ])("after phase %i, with a shift of %s days, on day %i is %s", (phase, shiftDays, day, state) => {
    expect(stateOf("minDay", entryContent(), {}, { phase, shiftDays, today: addDays(anchor, day) })).toBe(state);
  });

  it("alone is not enough", () => {
    expect(ask(entryContent({ woundClosed: true })).ready).toBe(false);
  });
});

describe("a clearance of the entry", () => {
  const content = entryContent({}, { entryClearances: ["RUNNING"] });
  const state = (clearance: Partial<NonNullable<Evidence["clearances"]>[number]>) =>
    stateOf("clearance:RUNNING", content, { clearances: [{ key: "RUNNING", status: "granted", ...clearance }] });

  it("is met by a live grant only, which has no age", () => {
    expect(clearanceStates.filter((status) => state({ status }) === "met")).toEqual(["granted", "limited"]);
    expect(state({ from: daysAgo(1000) })).toBe("met");
    expect(state({ from: today, until: today })).toBe("met");
    expect(state({ from: daysAgo(-1) })).toBe("unmet");
    expect(state({ until: daysAgo(1) })).toBe("unmet");
    expect(state({ key: "OVERHEAD" })).toBe("unmet");
  });

  it("is unknown when nothing is known of clearances, and unmet when there is none", () => {
    expect(stateOf("clearance:RUNNING", content, {})).toBe("unknown");
    expect(stateOf("clearance:RUNNING", content, { clearances: [] })).toBe("unmet");
  });

  it("shows the live grant, or else the latest that is not", () => {
    const shown = (...statuses: ("granted" | "denied" | "requested")[]) =>
      ask(content, { clearances: statuses.map((status) => ({ key: "RUNNING", status, from: today })) }).criteria.find(
        ({ id }) => id === "clearance:RUNNING",
      );
    expect(shown("granted", "denied")).toMatchObject({ has: "granted", on: today, needed: "granted" });
    expect(shown("denied", "requested")).toMatchObject({ has: "requested", on: today });
    expect(shown("denied", "requested", "denied")).toMatchObject({ has: "denied" });
    expect(ask(content, { clearances: [] }).criteria.at(-2)).toMatchObject({ has: null, on: null });
  });
});

describe("a hold", () => {
  it.each<[string, Evidence["hold"], string, boolean]>([
    ["absent", undefined, "met", true],
    ["not open", seen(false), "met", true],
    ["long not open", seen(false, 300), "met", true],
    ["open", seen(true), "unmet", false],
    ["long open", seen(true, 300), "unmet", false],
  ])("that is %s", (_, hold, state, ready) => {
    const content = entryContent();
    expect(stateOf("hold", content, { hold })).toBe(state);
    expect(ask(content, { hold }).ready).toBe(ready);
  });
});
