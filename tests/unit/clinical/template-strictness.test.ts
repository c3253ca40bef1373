import { describe, expect, it } from "vitest";
import type { MeasuredPhase } from "@/lib/clinical/template-strictness";
import { withoutPhase } from "@/lib/draft/template-phases";
import { storedPhaseSchema, templateFactsSchema } from "@/lib/schemas/template";
import { templateLessStrict } from "../../support/clinical-answers";
import { loadContent } from "@/prisma/content/load";

const { protocols } = loadContent();
const stored = protocols["fusion-lumbar"];
if (!stored) throw new Error("no fusion-lumbar");
const { id, title, procedureType, region, anchor, sources } = stored;
const phases = stored.phases.map((one) => storedPhaseSchema.parse(one));
const facts = templateFactsSchema.parse({ id, title, techniques: [], procedureType, region, anchor, phases, sources });

type Entry = MeasuredPhase["entryCriteria"];
const nothing: Entry = {
  ...{ minDay: 0, redFlagFreeDays: 0, nprsAvg7dMax: null, nprsActivityMax: null, walkContinuousMin: null },
  ...{ sitToleranceMin: null, woundClosed: null, fusionEvidence: "NONE_REQUIRED", functional: [], adherencePct: null },
  ...{ other: [], clearances: [] },
};
const none: MeasuredPhase["limits"] = { liftKg: null, sitMaxMin: null, brace: null, driving: null };
const phase = (n: number, dayStart: number, given: Partial<MeasuredPhase> = {}): MeasuredPhase => ({
  ...{ n, dayStart, dayEndExclusive: null, name: { en: `P${n}`, es: `P${n}` }, blockedTags: [] },
  ...{ limits: none, entryCriteria: nothing },
  ...given,
});
const asking = (criteria: Partial<Entry>) => [phase(1, 0, { entryCriteria: { ...nothing, ...criteria } })];
const said = (from: readonly MeasuredPhase[], to: readonly MeasuredPhase[]) =>
  templateLessStrict(from, to).map(({ because }) => because.en);

it("finds nothing in a template that is the protocol, or stricter", () => {
  expect(said(phases, phases)).toEqual([]);
  const [first] = phases;
  const limits = {
    liftKg: 1,
    sitMaxMin: 1,
    brace: first?.limits.brace ?? null,
    driving: first?.limits.driving ?? null,
  };
  expect(
    said(
      phases,
      phases.map((one) => ({ ...one, limits, blockedTags: first?.blockedTags ?? [] })),
    ),
  ).toEqual([]);
  const longer = phases.map((one) => {
    if (one.n === 2) return { ...one, dayEndExclusive: 50 };
    return one.n === 3 ? { ...one, dayStart: 50 } : one;
  });
  expect(said(phases, longer)).toEqual([]);
});

describe("a template is less strict", () => {
  it("where a phase begins earlier, and by what the protocol still holds on those days", () => {
    const twist = { tag: "ROTATION", region: "LUMBAR" } as const;
    const first = phase(1, 0, {
      dayEndExclusive: 42,
      limits: { ...none, liftKg: 2.3, sitMaxMin: 30 },
      blockedTags: [twist],
    });
    const own = [
      { ...first, dayEndExclusive: 28, blockedTags: [{ ...twist, region: null }] },
      phase(2, 28, { limits: { ...none, liftKg: 5 } }),
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
    const { facts: own } = withoutPhase({ facts, lines: [] }, 2, "before");
    expect(said(phases, own.phases)).toEqual([expect.stringMatching(/^The protocol's phase 2 \(.+ are gone\.$/)]);
  });

  it("by what a phase asks and when it begins, whatever its number and its name", () => {
    const { facts: own } = withoutPhase({ facts, lines: [] }, 2, "before");
    const renamed = { en: "Late", es: "Tarde" };
    const sooner = own.phases.map((one) => {
      if (one.n === 4) return { ...one, dayEndExclusive: 150 };
      if (one.n !== 5) return one;
      return { ...one, name: renamed, dayStart: 150, entryCriteria: { ...one.entryCriteria, adherencePct: null } };
    });
    expect(said(phases, sooner)).toContain(
      "Phase 5 (the protocol's phase 6) begins on day 150; in the protocol on day 182.",
    );
  });

  it("by a phase of its own that opens earlier what the protocol's opens", () => {
    const strict = { entryCriteria: { ...nothing, adherencePct: 80 } };
    const from = [phase(1, 0, { dayEndExclusive: 42 }), phase(2, 42, strict)];
    const own = [
      phase(1, 0, { dayEndExclusive: 42 }),
      phase(2, 42, { dayEndExclusive: 50, name: { en: "New", es: "Nueva" } }),
      phase(3, 50, { ...strict, name: { en: "P2", es: "P2" } }),
    ];
    expect(said(from, own)).toEqual(["Entry of phase 2: “adherence” is dropped."]);
  });

  it("where the numbers of the later phases begin earlier", () => {
    const days = (...starts: number[]) =>
      starts.map((day, index) => {
        const name = { en: `On ${day}`, es: `El ${day}` };
        return phase(index + 1, day, { name, dayEndExclusive: starts[index + 1] ?? null });
      });
    expect(said(days(0, 14, 42), days(0, 7, 14, 42))).toEqual([
      "Sessions may be longer from day 14, where phase 3 begins; in the protocol from day 42.",
    ]);
    expect(said(days(0, 14, 42), days(0, 14, 35))).toEqual(["Phase 3 begins on day 35; in the protocol on day 42."]);
    expect(said(days(0, 14), days(0, 7, 14))).toEqual([]);
  });

  it("by words on bracing and driving that are gone or others, but not by those of an earlier phase", () => {
    const words = (en: string) => ({ en, es: en });
    const saying = (brace: string | null, driving: string | null) => ({
      limits: {
        ...none,
        brace: brace === null ? null : words(brace),
        driving: driving === null ? null : words(driving),
      },
    });
    const two = (first: ReturnType<typeof saying>, second: ReturnType<typeof saying>) => [
      phase(1, 0, { ...first, dayEndExclusive: 42 }),
      phase(2, 42, second),
    ];
    const from = two(saying("always", "no"), saying("outdoors", null));
    expect(said(from, two(saying("always", "no"), saying("always", "yes")))).toEqual([]);
    expect(said(from, two(saying(null, "yes"), saying("never", null)))).toEqual([
      "Phase 1: what it says of the brace is gone; the protocol says “always” on these days.",
      "Phase 1: what it says of driving is changed; the protocol says “no” on these days.",
      "Phase 2: what it says of the brace is changed; the protocol says “outdoors” on these days.",
    ]);
  });

  it.each<[string, Partial<Entry>, Partial<Entry>, string[]]>([
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
    const key = phase(1, 0, { entryCriteria: { ...nothing, clearances: ["PROGRAM_START"] } });
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
