import { describe, expect, it } from "vitest";
import type { Earliest, ExerciseFacts } from "@/lib/clinical/facts";
import { lessStrict, type LessStrict, stricterSince } from "@/lib/clinical/less-strict";
import { tagWithoutSurgeon } from "@/lib/clinical/surgeon-tags";
import { loadContent } from "@/prisma/content/load";

const earliest = (given: Partial<Earliest>): Earliest => ({
  ...{ rule: "CLEARANCE_FROM_DAY", day: 42, phase: 3, clearance: true, basis: "sourced" },
  ...given,
});
const original: Omit<ExerciseFacts, "id" | "name" | "position" | "sources" | "basis" | "defaultDosage"> = {
  tags: [
    { tag: "NEUTRAL_SPINE", region: null },
    { tag: "FLEXION", region: "LUMBAR" },
    { tag: "FALL_RISK", region: null },
  ],
  contraindicationCodes: [
    { condition: "osteoporosis", severity: "block" },
    { condition: "vertigo", severity: "override" },
  ],
  clearanceKey: "LUMBAR_ROM",
  earliest: {
    "fusion-lumbar": earliest({}),
    fbss: earliest({ rule: "FROM_DAY", day: 7, phase: 1, clearance: false }),
    "fusion-cervical": earliest({ rule: "AVOID", day: null, phase: null }),
    "injection-epidural": earliest({ rule: "NEVER_WITHOUT_CLEARANCE", day: null, phase: 4 }),
  },
  rampGroup: "walking",
};
const [neutral, flexion, falls] = original.tags;
const [osteoporosis, vertigo] = original.contraindicationCodes;
const lumbar = (given: Partial<Earliest>) => ({
  earliest: { ...original.earliest, "fusion-lumbar": earliest(given) },
});
const kept = <T>(things: readonly (T | undefined)[]): T[] => things.filter((thing) => thing !== undefined);

describe("what makes a copy less strict", () => {
  it.each<[string, Partial<typeof original>, object[]]>([
    ["nothing changed", {}, []],
    ["a tag dropped", { tags: kept([neutral, falls]) }, [{ kind: "tag", tag: "FLEXION", region: "LUMBAR" }]],
    ["a neutral spine dropped", { tags: kept([flexion, falls]) }, []],
    ["a tag for every region", { tags: kept([neutral, falls, { tag: "FLEXION", region: null }]) }, []],
    [
      "a tag of another region",
      { tags: kept([neutral, falls, { tag: "FLEXION", region: "CERVICAL" }]) },
      [{ kind: "tag", tag: "FLEXION", region: "LUMBAR" }],
    ],
    [
      "a tag narrowed to a region",
      { tags: kept([neutral, flexion, { tag: "FALL_RISK", region: "LUMBAR" }]) },
      [{ kind: "tag", tag: "FALL_RISK", region: null }],
    ],
    ["a tag added", { tags: [...original.tags, { tag: "ROTATION", region: null }] }, []],
    [
      "a contraindication dropped",
      { contraindicationCodes: kept([vertigo]) },
      [{ kind: "contraindication", condition: "osteoporosis" }],
    ],
    [
      "a block made a reason",
      { contraindicationCodes: kept([{ condition: "osteoporosis", severity: "override" }, vertigo]) },
      [{ kind: "contraindication-softer", condition: "osteoporosis" }],
    ],
    [
      "a reason made a block",
      { contraindicationCodes: kept([osteoporosis, { condition: "vertigo", severity: "block" }]) },
      [],
    ],
    [
      "a clearance dropped",
      { clearanceKey: "PT_SUPERVISED_START" },
      [{ kind: "clearance-key", from: "LUMBAR_ROM", to: "PT_SUPERVISED_START" }],
    ],
    [
      "another surgeon's clearance",
      { clearanceKey: "OVERHEAD" },
      [{ kind: "clearance-key", from: "LUMBAR_ROM", to: "OVERHEAD" }],
    ],
    ["a day earlier", lumbar({ day: 41 }), [{ kind: "day", protocol: "fusion-lumbar", from: 42, to: 41 }]],
    ["the same day", lumbar({ day: 42 }), []],
    ["a day later", lumbar({ day: 43 }), []],
    ["a phase earlier", lumbar({ phase: 2 }), [{ kind: "phase", protocol: "fusion-lumbar", from: 3, to: 2 }]],
    ["no phase", lumbar({ phase: null }), [{ kind: "phase", protocol: "fusion-lumbar", from: 3, to: null }]],
    ["a phase later", lumbar({ phase: 4 }), []],
    [
      "a day and a phase earlier",
      lumbar({ day: 0, phase: 1 }),
      [
        { kind: "day", protocol: "fusion-lumbar", from: 42, to: 0 },
        { kind: "phase", protocol: "fusion-lumbar", from: 3, to: 1 },
      ],
    ],
    [
      "no clearance for the day",
      lumbar({ rule: "FROM_DAY", day: 90 }),
      [{ kind: "rule", protocol: "fusion-lumbar", from: "CLEARANCE_FROM_DAY", to: "FROM_DAY" }],
    ],
    [
      "no clearance, and sooner",
      lumbar({ rule: "FROM_DAY", day: 40 }),
      [
        { kind: "rule", protocol: "fusion-lumbar", from: "CLEARANCE_FROM_DAY", to: "FROM_DAY" },
        { kind: "day", protocol: "fusion-lumbar", from: 42, to: 40 },
      ],
    ],
    ["never without clearance", lumbar({ rule: "NEVER_WITHOUT_CLEARANCE", day: null }), []],
    [
      "no day but a therapist's own clearance",
      { clearanceKey: "PT_SUPERVISED_START", ...lumbar({ rule: "NEVER_WITHOUT_CLEARANCE", day: null }) },
      [
        { kind: "clearance-key", from: "LUMBAR_ROM", to: "PT_SUPERVISED_START" },
        { kind: "day", protocol: "fusion-lumbar", from: 42, to: 0 },
      ],
    ],
    ["avoided", lumbar({ rule: "AVOID", day: null, phase: null }), []],
    [
      "no longer avoided",
      {
        earliest: { ...original.earliest, "fusion-cervical": earliest({ rule: "NEVER_WITHOUT_CLEARANCE", day: null }) },
      },
      [{ kind: "rule", protocol: "fusion-cervical", from: "AVOID", to: "NEVER_WITHOUT_CLEARANCE" }],
    ],
    [
      "a day where only an individual decision opened it",
      { earliest: { ...original.earliest, "injection-epidural": earliest({ day: 400, phase: 4 }) } },
      [{ kind: "rule", protocol: "injection-epidural", from: "NEVER_WITHOUT_CLEARANCE", to: "CLEARANCE_FROM_DAY" }],
    ],
    ["a protocol that the copy does not have", { earliest: { fbss: original.earliest["fbss"] ?? earliest({}) } }, []],
    ["no ramp", { rampGroup: null }, [{ kind: "ramp" }]],
    ["another ramp", { rampGroup: "cycling" }, [{ kind: "ramp" }]],
  ])("%s", (_, given, expected) => {
    expect(lessStrict(original, { ...original, ...given })).toEqual(expected);
  });

  it("finds nothing where the original had nothing to lose", () => {
    const loosest = {
      ...original,
      ...{ tags: [], contraindicationCodes: [], clearanceKey: "PT_SUPERVISED_START" as const, rampGroup: null },
      earliest: { fbss: earliest({ rule: "FROM_DAY", day: 0, phase: null, clearance: false }) },
    };
    expect(lessStrict(loosest, { ...original, earliest: loosest.earliest })).toEqual([]);
  });

  it("is nothing between any shipped exercise and itself", () => {
    for (const facts of Object.values(loadContent().clinical.exercises)) expect(lessStrict(facts, facts)).toEqual([]);
  });
});

describe("what the original has become since", () => {
  const day = (from: number, protocol = "fbss"): LessStrict => ({ kind: "day", protocol, from, to: 10 });
  const rule = (from: "FROM_DAY" | "CLEARANCE_FROM_DAY" | "AVOID"): LessStrict => ({
    ...{ kind: "rule", protocol: "fbss", from, to: "FROM_DAY" },
  });
  const tag = (region: "LUMBAR" | null): LessStrict => ({ kind: "tag", tag: "FLEXION", region });
  const matters = (condition: "vertigo" | "osteoporosis"): LessStrict => ({ kind: "contraindication", condition });
  const key = (from: "LUMBAR_ROM" | "OVERHEAD"): LessStrict => ({
    ...{ kind: "clearance-key", from, to: "PT_SUPERVISED_START" },
  });
  it.each<[string, LessStrict[], LessStrict[], boolean]>([
    ["nothing new", [day(42)], [day(42)], false],
    ["a later day", [day(49)], [day(42)], true],
    ["an earlier day", [day(40)], [day(42)], false],
    ["a day of another protocol", [day(42)], [day(42, "fusion-lumbar")], true],
    ["a day under a rule that was known", [rule("AVOID"), day(42)], [rule("AVOID")], true],
    ["a stricter rule", [rule("AVOID")], [rule("CLEARANCE_FROM_DAY")], true],
    ["a milder rule", [rule("CLEARANCE_FROM_DAY")], [rule("AVOID")], false],
    ["a tag", [tag("LUMBAR")], [], true],
    ["a tag of every region", [tag(null)], [tag("LUMBAR")], true],
    ["a contraindication", [matters("vertigo"), matters("osteoporosis")], [matters("vertigo")], true],
    ["a known one", [matters("vertigo")], [matters("vertigo")], false],
    ["a ramp", [{ kind: "ramp" }], [], true],
    ["a ramp beside a known tag", [{ kind: "ramp" }], [tag(null)], true],
    ["a known ramp", [{ kind: "ramp" }], [{ kind: "ramp" }], false],
    ["a known key", [key("LUMBAR_ROM")], [key("LUMBAR_ROM")], false],
    ["another key", [key("OVERHEAD")], [key("LUMBAR_ROM")], true],
    ["a key beside a known ramp", [key("OVERHEAD")], [{ kind: "ramp" }], true],
  ])("%s", (_, now, accepted, isStricter) => {
    expect(stricterSince(now, accepted).length > 0).toBe(isStricter);
  });
});

describe("tags that a surgeon clears", () => {
  it.each([
    ["PT_SUPERVISED_START", "FLEXION", "FLEXION"],
    ["PT_SUPERVISED_START", "NEUTRAL_SPINE", undefined],
    ["LUMBAR_ROM", "FLEXION", undefined],
  ] as const)("%s with %s", (key, tag, expected) => {
    expect(tagWithoutSurgeon([{ tag }], key)).toBe(expected);
  });

  it("go by the content's own word on who grants a key", () => {
    for (const [key, { grantedBy }] of Object.entries(loadContent().clearanceKeys)) {
      expect(tagWithoutSurgeon([{ tag: "IMPACT" }], key as "OVERHEAD") === undefined).toBe(grantedBy === "SURGEON");
    }
  });
});
