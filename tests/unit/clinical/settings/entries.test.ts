import { describe, expect, it } from "vitest";
import type { FunctionalCriterion } from "@/lib/clinical/entry-criteria";
import type { Earliest } from "@/lib/clinical/facts";
import { unverified } from "@/lib/clinical/finding";
import { activitySettings, earliestSettings, entrySettings } from "@/lib/clinical/settings/content-entries";
import type { SettingEntry } from "@/lib/clinical/settings/entry";
import {
  ladderSettings,
  modifierSettings,
  replySettings,
  ruleSettings,
  triageSettings,
  type LadderStep,
} from "@/lib/clinical/settings/shipped-entries";
import { anExercise, fromDay } from "../../../support/clinical-content";
import { entryContent } from "../../../support/clinical-readiness";

const name = { en: "Bridge", es: "Puente" };
const unsure = (day: number): Earliest => ({ ...fromDay(day), basis: unverified });
const days = { unit: { en: "days", es: "días" }, step: 1, basis: unverified, sources: [] };

/** The entries of a phase 2 that asks for one function test, or for a criterion. */
function entriesOf(asked: Parameters<typeof entryContent>[0]): SettingEntry[] {
  const protocol = entryContent(asked).protocols["fusion"];
  return protocol ? entrySettings(protocol).filter(({ id }) => id.startsWith("entry.fusion.2.")) : [];
}
const bounds = ({ id, min, max, step }: SettingEntry) => [id, min, max, step];

describe("the entry of a setting", () => {
  it("of a rule is its number with what stands behind it", () => {
    expect(ruleSettings().find(({ id }) => id === "rule.growthMinutes")).toMatchObject({
      ...{ part: "rule", protocol: null, value: 5, basis: "sourced", sources: ["SEED2"] },
    });
  });

  it("of triage names the sources that its basis names", () => {
    const known = new Set(["SEED1", "TL-2"]);
    const [fever, red, odd] = triageSettings(
      {
        feverC: { default: 38, basis: "SEED1, and TL-2 too; OTHER-9 is not ours" },
        nprsRed: { default: 6, basis: unverified },
        odd: { default: 4, basis: "" },
      },
      known,
    );
    expect(fever).toMatchObject({
      ...{
        id: "triage.feverC",
        part: "triage",
        protocol: null,
        value: 38,
        basis: "sourced",
        sources: ["SEED1", "TL-2"],
      },
    });
    expect(red).toMatchObject({ id: "triage.nprsRed", basis: unverified, sources: [] });
    const words = { en: "odd", es: "odd" };
    expect(odd).toEqual({
      ...{ id: "triage.odd", part: "triage", protocol: null, value: 4, basis: "sourced", sources: [] },
      ...{ section: words, label: words, meaning: words, unit: { en: "", es: "" }, min: 0, max: 8, step: 0.1 },
    });
  });

  it("of a time to reply has the bounds of its level; none without a time", () => {
    const level = { code: "SAME_DAY_SURGEON", label: name } as const;
    expect(replySettings([{ ...level, slaMinutes: 120 }])).toEqual([
      {
        ...{ id: "sla.SAME_DAY_SURGEON", part: "sla", protocol: null, label: name, value: 120 },
        ...{ unit: { en: "min", es: "min" }, min: 15, max: 1440, step: 5, basis: unverified, sources: [] },
        section: { en: "Time to reply", es: "Tiempo de respuesta" },
        meaning: {
          en: "Until when someone must have acted on a check-in of this level.",
          es: "Hasta cuándo alguien debe haber actuado ante un reporte de este nivel.",
        },
      },
    ]);
    expect(replySettings([{ ...level, slaMinutes: null }])).toEqual([]);
  });

  it.each([
    [0, 0, 730],
    [9, 5, 730],
    [84, 42, 730],
    [900, 450, 900],
  ])("of day %i lies between %i and %i, for an exercise and an activity", (day, min, max) => {
    const section = { en: "Earliest day of an exercise", es: "Primer día de un ejercicio" };
    const exercise = anExercise({ name, earliest: { fusion: unsure(day), pathway: fromDay(day) } });
    expect(earliestSettings(exercise)).toEqual([
      {
        ...{ id: "earliest.bridge.fusion", part: "earliest", protocol: "fusion", value: day, min, max, ...days },
        ...{
          label: name,
          section,
          meaning: expect.objectContaining({ en: expect.stringContaining("blocked") as string }) as object,
        },
      },
    ]);
    expect(
      activitySettings({ id: "drive", name, typicalEarliest: { fusion: unsure(day), pathway: fromDay(day) } }),
    ).toEqual([
      {
        ...{ id: "activity.drive.fusion", part: "activity", protocol: "fusion", value: day, min, max, ...days },
        ...{
          label: name,
          section: { en: "Typical earliest day of an activity", es: "Primer día habitual de una actividad" },
        },
        meaning: expect.objectContaining({ en: expect.stringContaining("written reason") as string }) as object,
      },
    ]);
  });

  it("of a day that the content does not give is none", () => {
    const none = { ...unsure(0), day: null };
    expect(earliestSettings(anExercise({ earliest: { fusion: none } }))).toEqual([]);
    expect(activitySettings({ id: "drive", name, typicalEarliest: { fusion: none } })).toEqual([]);
  });

  it.each<[FunctionalCriterion["op"], number, string, number, number, string, string]>([
    ["<=", 15.2, "s", 7.6, 30.4, "5XSTS, at most", "5XSTS, como máximo"],
    [">=", 40, "%", 20, 80, "5XSTS, at least", "5XSTS, al menos"],
    [">=", 60.3, "%", 30.2, 100, "5XSTS, at least", "5XSTS, al menos"],
    [">=", 300, "m", 150, 600, "5XSTS, at least", "5XSTS, al menos"],
  ])("of a function test %s %d %s lies between %d and %d", (op, value, unit, min, max, en, es) => {
    expect(entriesOf({ redFlagFreeDays: 3, functional: [{ measure: "5XSTS", op, value, unit }] })).toMatchObject([
      { id: "entry.fusion.2.redFlagFreeDays", value: 3 },
      {
        ...{ id: "entry.fusion.2.functional:5XSTS", part: "entry", protocol: "fusion", value, min, max, step: 0.1 },
        ...{ label: { en, es }, unit: { en: unit, es: unit }, section: { en: "2 · Phase 2", es: "2 · Fase 2" } },
        ...{ basis: unverified, sources: [] },
      },
    ]);
  });

  it("of an entry is every criterion that is a number, and no norm or baseline", () => {
    const numbers = {
      nprsAvg7dMax: 4,
      nprsActivityMax: 5,
      walkContinuousMin: 20,
      sitToleranceMin: 30,
      adherencePct: 75,
    };
    const norm = { measure: "6MWT", op: ">=", value: "baseline", unit: "m" } as const;
    expect(entriesOf({ ...numbers, functional: [norm] }).map(bounds)).toEqual([
      ["entry.fusion.2.redFlagFreeDays", 0, 90, 1],
      ["entry.fusion.2.nprsAvg7dMax", 0, 10, 1],
      ["entry.fusion.2.nprsActivityMax", 0, 10, 1],
      ["entry.fusion.2.walkContinuousMin", 1, 120, 1],
      ["entry.fusion.2.sitToleranceMin", 1, 240, 1],
      ["entry.fusion.2.adherencePct", 0, 100, 1],
    ]);
  });

  it("of the lifting ladder stands near half to double, and nowhere where it is sourced or the surgeon's", () => {
    const steps: LadderStep[] = [
      { dayStart: 84, limitKg: 15.9, basis: unverified },
      { dayStart: 112, limitKg: null, basis: unverified },
      { dayStart: 140, limitKg: 20, basis: "sourced" },
    ];
    expect(ladderSettings("fusion", steps)).toEqual([
      {
        ...{ id: "ladder.fusion.84", part: "ladder", protocol: "fusion", value: 15.9, min: 8, max: 30, step: 0.1 },
        ...{
          section: { en: "Lifting limit", es: "Límite de carga" },
          label: { en: "From day 84", es: "Desde el día 84" },
        },
        ...{ unit: { en: "kg", es: "kg" }, basis: unverified, sources: [] },
        meaning: expect.objectContaining({ en: expect.stringContaining("heavier load") as string }) as object,
      },
    ]);
  });

  it("of a modifier is the weeks from and to, and none where they are sourced", () => {
    const smoker = { id: "smoker", label: name, shiftWeeks: [2, 4], basis: unverified } as const;
    const shared = {
      part: "modifier",
      protocol: null,
      section: name,
      min: -4,
      max: 26,
      step: 1,
      basis: unverified,
      sources: [],
    };
    expect(modifierSettings(smoker)).toMatchObject([
      { ...shared, id: "modifier.smoker.from", value: 2, label: { en: "From", es: "Desde" } },
      { ...shared, id: "modifier.smoker.to", value: 4, label: { en: "To", es: "Hasta" } },
    ]);
    expect(modifierSettings({ ...smoker, basis: "sourced" })).toEqual([]);
  });
});
