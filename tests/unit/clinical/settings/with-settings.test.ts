import { describe, expect, it } from "vitest";
import { review } from "@/lib/clinical/review";
import { defaultSettings } from "@/lib/clinical/settings";
import { settingsOf } from "@/lib/clinical/settings/settings-of";
import {
  activityDayWith,
  contentWith,
  modifierWith,
  repliesWith,
  rulesWith,
  triageNumbersOf,
} from "@/lib/clinical/settings/with-settings";
import { loadContent } from "@/prisma/content/load";

const content = loadContent();
const { clinical, liftingLadder } = content;
const lumbar = clinical.protocols["fusion-lumbar"];

describe("a clinic without numbers of its own", () => {
  it("has the shipped ones", () => {
    expect(rulesWith({})).toEqual(defaultSettings);
    expect(contentWith({}, clinical, liftingLadder)).toEqual(clinical);
    expect(contentWith({}, clinical, {})).toEqual(clinical);
    expect(repliesWith({}, content.triage)).toEqual(content.triage);
    expect(content.timelineModifiers.map((modifier) => modifierWith({}, modifier))).toEqual(content.timelineModifiers);
    expect(triageNumbersOf({})).toEqual({});
    expect(activityDayWith({}, "walking-outdoors", "fusion-lumbar", 3)).toBe(3);
  });

  it("has them too when it names every one of them as shipped", () => {
    const values = Object.fromEntries(settingsOf(content).map(({ id, value }) => [id, value]));
    expect(contentWith(values, clinical, liftingLadder)).toEqual(clinical);
    expect(repliesWith(values, content.triage)).toEqual(content.triage);
    expect(content.timelineModifiers.map((modifier) => modifierWith(values, modifier))).toEqual(
      content.timelineModifiers,
    );
  });
});

describe("a clinic's own number", () => {
  it("of a rule stands with the mark instead of the source", () => {
    expect(rulesWith({ "rule.rampStartMinutes": 10 }).rampStartMinutes).toEqual({
      value: 10,
      basis: "background, unverified",
      sources: [],
    });
  });

  it("of a rule changes the rule's answer", () => {
    const asked = {
      ...{ protocol: "fusion-lumbar", anchor: "2026-01-05", today: "2026-01-10", phase: 1 },
      lines: [{ exercise: "walk-short", dosage: { durationMin: 12 } }],
    };
    const ramps = (values: Record<string, number>) =>
      review(asked, clinical, rulesWith(values)).lines[0]?.findings.filter(({ rule }) => rule === "ramp");
    expect(ramps({})).toEqual([]);
    expect(ramps({ "rule.rampStartMinutes": 10 })).toMatchObject([
      { severity: "override", source: ["background, unverified"] },
    ]);
  });

  it("of an exercise moves its earliest day in that protocol only", () => {
    const own = contentWith({ "earliest.bridge.fusion-lumbar": 99 }, clinical, liftingLadder);
    expect(own.exercises["bridge"]?.earliest["fusion-lumbar"]?.day).toBe(99);
    expect(own.exercises["bridge"]?.earliest["fbss"]).toEqual(clinical.exercises["bridge"]?.earliest["fbss"]);
  });

  it("of the lifting ladder is the limit of the phases that begin in its step, and of no other", () => {
    const own = contentWith({ "ladder.fusion-lumbar.84": 7 }, clinical, liftingLadder).protocols["fusion-lumbar"];
    const limits = (protocol: typeof own) => protocol?.phases.map(({ limits: { liftKg } }) => liftKg);
    expect(limits(lumbar)).toEqual([2.3, 2.3, 4.5, 9.1, 15.9, null]);
    expect(limits(own)).toEqual([2.3, 2.3, 4.5, 7, 15.9, null]);
  });

  it("stays away from a template of the clinic's own, which has its own numbers", () => {
    if (!lumbar) throw new Error("no fusion-lumbar");
    const template = { ...lumbar, isOwn: true as const };
    const given = { ...clinical, protocols: { "fusion-lumbar": template } };
    const values = { "ladder.fusion-lumbar.84": 7, "entry.fusion-lumbar.4.nprsAvg7dMax": 9 };
    expect(contentWith(values, given, liftingLadder).protocols["fusion-lumbar"]).toEqual(template);
  });

  it("of a phase's entry is what the phase asks for", () => {
    const own = contentWith(
      {
        "entry.fusion-lumbar.4.redFlagFreeDays": 10,
        "entry.fusion-lumbar.4.nprsAvg7dMax": 2,
        "entry.fusion-lumbar.4.nprsActivityMax": 1,
        "entry.fusion-lumbar.4.walkContinuousMin": 31,
        "entry.fusion-lumbar.4.sitToleranceMin": 46,
        "entry.fusion-lumbar.4.adherencePct": 80,
        "entry.fusion-lumbar.4.functional:5XSTS": 14,
      },
      clinical,
      liftingLadder,
    );
    expect(own.protocols["fusion-lumbar"]?.phases[3]?.entryCriteria).toMatchObject({
      ...{ redFlagFreeDays: 10, nprsAvg7dMax: 2, nprsActivityMax: 1, walkContinuousMin: 31, sitToleranceMin: 46 },
      ...{ adherencePct: 80, functional: [{ measure: "5XSTS", value: 14 }] },
    });
    expect(own.protocols["fusion-lumbar"]?.phases[2]).toEqual(lumbar?.phases[2]);
  });

  it("of triage, of a time to reply, of the timeline and of an activity reaches its place", () => {
    expect(triageNumbersOf({ "triage.nprsRed": 5, "rule.growthReps": 1 })).toEqual({ nprsRed: 5 });
    const { levels } = repliesWith({ "sla.HOLD_NOTIFY_PT": 600 }, content.triage);
    expect(levels.map(({ code, slaMinutes }) => [code, slaMinutes])).toContainEqual(["HOLD_NOTIFY_PT", 600]);
    const [first] = content.timelineModifiers;
    if (!first) throw new Error("the content has no timeline modifiers");
    expect(modifierWith({ [`modifier.${first.id}.to`]: 9 }, first).shiftWeeks).toEqual([first.shiftWeeks[0], 9]);
    expect(activityDayWith({ "activity.driving.fbss": 5 }, "driving", "fbss", 3)).toBe(5);
  });
});

describe("the lifting ladder", () => {
  it("says what the phases say, step by step", () => {
    for (const { id, phases } of Object.values(clinical.protocols)) {
      const steps = liftingLadder[id as keyof typeof liftingLadder];
      for (const { n, dayStart, limits } of phases) {
        expect([id, n, limits.liftKg]).toEqual([id, n, steps.findLast((step) => step.dayStart <= dayStart)?.limitKg]);
      }
    }
  });
});
