import { describe, expect, it } from "vitest";
import type { EntryCriteria, PhaseWithEntry, ProtocolWithEntry } from "@/lib/clinical/entry-criteria";
import { templateLessStrict } from "../../support/clinical-answers";
import { loadContent } from "@/prisma/content/load";

const shipped = loadContent().clinical.protocols["fusion-lumbar"];
if (!shipped) throw new Error("no fusion-lumbar");

const nothing: EntryCriteria = {
  ...{ minDay: 0, redFlagFreeDays: 0, nprsAvg7dMax: null, nprsActivityMax: null, walkContinuousMin: null },
  ...{ sitToleranceMin: null, woundClosed: null, fusionEvidence: "NONE_REQUIRED", functional: [], adherencePct: null },
  other: [],
};
const phase = (n: number, dayStart: number, facts: Partial<PhaseWithEntry> = {}): PhaseWithEntry => ({
  ...{ n, dayStart, dayEndExclusive: null, name: { en: `P${n}`, es: `P${n}` }, entryClearances: [], blockedTags: [] },
  ...{ limits: { liftKg: null, sitMaxMin: null }, lines: [], sources: [], entryCriteria: nothing },
  ...facts,
});
const asking = (criteria: Partial<EntryCriteria>) => [phase(1, 0, { entryCriteria: { ...nothing, ...criteria } })];
const protocol = (phases: PhaseWithEntry[]): ProtocolWithEntry => ({ ...shipped, phases });
const said = (from: PhaseWithEntry[], to: PhaseWithEntry[]) =>
  templateLessStrict(protocol(from), protocol(to)).map(({ because }) => because.en);

it("finds nothing in a template that is the protocol, or stricter", () => {
  expect(templateLessStrict(shipped, shipped)).toEqual([]);
  const limits = { liftKg: 1, sitMaxMin: 1 };
  const later = shipped.phases.map((one) => ({ ...one, limits, blockedTags: shipped.phases[0]?.blockedTags ?? [] }));
  expect(templateLessStrict(shipped, protocol(later))).toEqual([]);
});

describe("a template is less strict", () => {
  it("where a phase begins earlier, and by what the protocol still holds on those days", () => {
    const twist = { tag: "ROTATION", region: "LUMBAR" } as const;
    const first = phase(1, 0, { dayEndExclusive: 42, limits: { liftKg: 2.3, sitMaxMin: 30 }, blockedTags: [twist] });
    const own = [
      { ...first, dayEndExclusive: 28, blockedTags: [{ ...twist, region: null }] },
      phase(2, 28, { limits: { liftKg: 5, sitMaxMin: null } }),
    ];
    expect(said([first, phase(2, 42)], own)).toEqual([
      "Phase 2: the lifting limit is 5 kg; in the protocol it is 2.3 kg on these days.",
      "Phase 2: the sitting limit is gone; in the protocol it is 30 min on these days.",
      expect.stringMatching(/^Phase 2: .+ is not blocked; in the protocol it is on these days\.$/),
      "Phase 2 begins on day 28; in the protocol on day 42.",
    ]);
  });

  it("where a tag of the protocol is blocked for another region only", () => {
    const blocked = (region: "LUMBAR" | "CERVICAL" | null) => [
      phase(1, 0, { blockedTags: [{ tag: "FLEXION", region }] }),
    ];
    expect(said(blocked("LUMBAR"), blocked("CERVICAL"))).toHaveLength(1);
    expect(said(blocked(null), blocked("LUMBAR"))).toHaveLength(1);
    expect(said(blocked("LUMBAR"), blocked("LUMBAR"))).toEqual([]);
  });

  it("where a phase is gone with its criteria", () => {
    expect(said([phase(1, 0), phase(2, 42)], [phase(1, 0)])).toEqual([
      "The protocol's phase 2 (P2) and its entry criteria are gone.",
    ]);
  });

  it.each<[string, Partial<EntryCriteria>, Partial<EntryCriteria>, string[]]>([
    [
      "a number that is at most",
      { nprsAvg7dMax: 3 },
      { nprsAvg7dMax: 4 },
      ["“mean pain of 7 days” is easier than in the protocol"],
    ],
    [
      "a number that is at least",
      { adherencePct: 80 },
      { adherencePct: 70 },
      ["“adherence” is easier than in the protocol"],
    ],
    ["a stricter number", { nprsAvg7dMax: 3, adherencePct: 70 }, { nprsAvg7dMax: 2, adherencePct: 80 }, []],
    ["a number that is dropped", { walkContinuousMin: 20 }, {}, ["“walking without a break” is dropped"]],
    ["a number that is new", {}, { walkContinuousMin: 20 }, []],
    ["the wound", { woundClosed: true }, { woundClosed: null }, ["“wound closed” is dropped"]],
    ["the wound, kept", { woundClosed: true }, { woundClosed: true }, []],
    [
      "weaker evidence",
      { fusionEvidence: "SOLID" },
      { fusionEvidence: "PROGRESSING" },
      ["“evidence of fusion” is easier than in the protocol"],
    ],
    ["no evidence", { fusionEvidence: "PROGRESSING" }, {}, ["“evidence of fusion” is dropped"]],
    [
      "another word",
      { other: [{ en: "calm", es: "calma" }] },
      { other: [{ en: "calm", es: "x" }] },
      ["“calm” is dropped"],
    ],
    ["the same words", { other: [{ en: "calm", es: "calma" }] }, { other: [{ en: "calm", es: "calma" }] }, []],
  ])("by %s", (_, from, to, expected) => {
    expect(said(asking(from), asking(to))).toEqual(expected.map((what) => `Entry of phase 1: ${what}.`));
  });

  it("by a clearance that the entry does not ask for", () => {
    const key = phase(1, 0, { entryClearances: ["PROGRAM_START"] });
    expect(said([key], [phase(1, 0)])).toEqual([expect.stringMatching(/is dropped\.$/)]);
    expect(said([key], [key])).toEqual([]);
  });

  const test = (op: "<=" | ">=", value: number | "baseline", unit = "s") => ({
    functional: [{ measure: "TUG" as const, op, value, unit }],
  });
  it.each([
    [test("<=", 12), test("<=", 14), "easier than in the protocol"],
    [test("<=", 12), test("<=", 10), null],
    [test(">=", 12), test(">=", 10), "easier than in the protocol"],
    [test(">=", 12), test(">=", 12), null],
    [test("<=", 12), test(">=", 12), "dropped"],
    [test("<=", 12), test("<=", 12, "min"), "easier than in the protocol"],
    [test("<=", 12), test("<=", "baseline"), "easier than in the protocol"],
    [test("<=", "baseline"), test("<=", "baseline"), null],
    [test("<=", "baseline"), test("<=", 12), "easier than in the protocol"],
  ])("by a function test %o that becomes %o", (from, to, how) => {
    expect(said(asking(from), asking(to))).toEqual(how === null ? [] : [`Entry of phase 1: “TUG” is ${how}.`]);
  });
});
