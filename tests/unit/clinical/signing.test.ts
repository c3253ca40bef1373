import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/clinical/days";
import type { ExerciseFacts } from "@/lib/clinical/facts";
import type { SigningInput, SigningLine } from "@/lib/clinical/signing";
import { signing } from "../../support/clinical-answers";
import {
  aContent,
  anchor,
  anExercise,
  aPhase,
  aProtocol,
  avoided,
  fourPhases,
  fromDay,
  individual,
  tag,
  withClearance,
} from "../../support/clinical-content";

const inPhase = (phase: number, dosage = {}, exercise = "bridge"): SigningLine => ({ exercise, phase, dosage });
const contentOf = (facts: Partial<ExerciseFacts>) =>
  aContent([anExercise(facts)], aProtocol("fusion", fourPhases), aProtocol("pathway", [aPhase(1, 0, null)]));

/** Signing on a day in a current phase. */
function sign(
  day: number,
  phase: number,
  lines: SigningLine[],
  facts: Partial<ExerciseFacts>,
  input: Partial<SigningInput> = {},
) {
  return signing({ protocol: "fusion", anchor, today: addDays(anchor, day), phase, lines, ...input }, contentOf(facts));
}

describe("a line that is open", () => {
  it("is not held back", () => {
    expect(sign(50, 3, [inPhase(3)], {})).toEqual({
      verdict: "clear",
      lines: [{ exercise: "bridge", phase: 3, verdict: "clear", heldBack: null, findings: [] }],
      findings: [],
    });
  });

  it("of an earlier phase is not held back either", () => {
    expect(sign(50, 3, [inPhase(2)], {}).lines[0]?.heldBack).toBeNull();
  });
});

describe("held back until a day", () => {
  it.each([
    [10, 1, 3, fromDay(0), 42],
    [10, 1, 3, fromDay(50, 3), 50],
    [50, 3, 3, fromDay(60, 3), 60],
    [83, 3, 4, fromDay(0), 84],
  ])("day %i in phase %i, a line of phase %i: %o opens on day %i", (day, current, phase, earliest, opens) => {
    const { verdict, lines } = sign(day, current, [inPhase(phase)], { earliest: { fusion: earliest } });
    expect(lines[0]).toMatchObject({ verdict: "block", heldBack: { until: "day", day: opens, keys: [] } });
    expect(verdict).toBe("clear");
  });

  it("counts from before the anchor", () => {
    expect(sign(-5, 1, [inPhase(1)], {}).lines[0]?.heldBack).toEqual({ until: "day", day: 0, keys: [] });
  });

  it("moves with the surgeon's later timeline", () => {
    const line = sign(10, 1, [inPhase(3)], {}, { shiftDays: 14 }).lines[0];
    expect(line?.heldBack).toEqual({ until: "day", day: 56, keys: [] });
    const last = sign(10, 1, [inPhase(2)], { earliest: { fusion: fromDay(50) } }, { shiftDays: 14 }).lines[0];
    expect(last?.heldBack).toBeNull();
  });

  it.each([
    [41, { until: "day", day: 41, keys: [] }],
    [42, null],
    [84, null],
  ])("a line of phase 2, days 14 to 41, with earliest day %i", (earliest, heldBack) => {
    const line = sign(10, 1, [inPhase(2)], { earliest: { fusion: fromDay(earliest) } }).lines[0];
    expect(line?.heldBack).toEqual(heldBack);
    expect(line?.verdict).toBe("block");
  });

  it("stays in its phase by the other protocol's earliest day too", () => {
    const facts = { earliest: { fusion: fromDay(0), pathway: fromDay(20) } };
    const also = (day: number) => ({ alsoProtocols: [{ protocol: "pathway", anchor: addDays(anchor, day) }] });
    expect(sign(10, 1, [inPhase(2)], facts, also(10)).lines[0]?.heldBack).toEqual({ until: "day", day: 30, keys: [] });
    expect(sign(10, 1, [inPhase(2)], facts, also(22)).lines[0]?.heldBack).toBeNull();
  });

  it("has no end in the last phase", () => {
    const line = sign(10, 1, [inPhase(4)], { earliest: { fusion: fromDay(900, 4) } }).lines[0];
    expect(line?.heldBack).toEqual({ until: "day", day: 900, keys: [] });
  });
});

describe("held back until a clearance", () => {
  const facts = { clearanceKey: "LUMBAR_ROTATION" as const, earliest: { fusion: withClearance(42, 3) } };
  const grant = { key: "LUMBAR_ROTATION" as const, status: "granted" as const };

  it("names the missing key, in the current phase and in a later one", () => {
    expect(sign(50, 3, [inPhase(3)], facts).lines[0]).toMatchObject({
      verdict: "block",
      heldBack: { until: "clearance", day: 50, keys: ["LUMBAR_ROTATION"] },
    });
    expect(sign(10, 1, [inPhase(3)], facts).lines[0]?.heldBack).toEqual({
      until: "clearance",
      day: 42,
      keys: ["LUMBAR_ROTATION"],
    });
    expect(sign(50, 3, [inPhase(3)], facts).verdict).toBe("clear");
  });

  it("is judged on the line's first day: a grant that ends before it is missing, one that begins by then is not", () => {
    const held = (dates: object) =>
      sign(10, 1, [inPhase(3)], facts, { clearances: [{ ...grant, ...dates }] }).lines[0]?.heldBack;
    expect(held({})).toEqual({ until: "day", day: 42, keys: [] });
    expect(held({ until: addDays(anchor, 41) })).toEqual({ until: "clearance", day: 42, keys: ["LUMBAR_ROTATION"] });
    expect(held({ until: addDays(anchor, 42) })).toEqual({ until: "day", day: 42, keys: [] });
    expect(held({ from: addDays(anchor, 42) })).toEqual({ until: "day", day: 42, keys: [] });
    expect(held({ from: addDays(anchor, 43) })).toEqual({ until: "clearance", day: 42, keys: ["LUMBAR_ROTATION"] });
  });

  it("does not assume a wider clearance where a narrow one is live", () => {
    const clearances = [{ ...grant, limits: { maxMinutes: 10 } }];
    const line = sign(50, 3, [inPhase(3, { durationMin: 15 })], facts, { clearances }).lines[0];
    expect(line).toMatchObject({ verdict: "block", heldBack: null });
  });

  it("does not assume a key that cannot open the tag", () => {
    const rotating = fourPhases.map((phase) => ({ ...phase, blockedTags: [tag("ROTATION")] }));
    const content = aContent([anExercise({ tags: [tag("ROTATION")] })], aProtocol("fusion", rotating));
    const input = { protocol: "fusion", anchor, today: addDays(anchor, 50), phase: 3, lines: [inPhase(3)] };
    expect(signing(input, content).lines[0]).toMatchObject({ verdict: "block", heldBack: null });
  });

  it("lists the reason that the decision will need beside the block of today", () => {
    const line = sign(50, 3, [inPhase(3)], { ...facts, earliest: { fusion: individual } });
    expect(line.lines[0]?.findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      "clearance-missing block",
      "individual-decision override",
    ]);
    expect(line.lines[0]?.heldBack?.keys).toEqual(["LUMBAR_ROTATION"]);
    expect(line.verdict).toBe("override");
  });
});

describe("a finding of today and of the line's first day", () => {
  it("is listed once", () => {
    const contraindicationCodes = [{ condition: "vertigo", severity: "override" } as const];
    const [line] = sign(10, 1, [inPhase(3)], { contraindicationCodes }, { conditions: ["vertigo"] }).lines;
    expect(line?.findings.map(({ rule }) => rule)).toEqual(["phase-not-reached", "contraindication"]);
    expect(line?.heldBack).toEqual({ until: "day", day: 42, keys: [] });
  });
});

describe("held back until the phase", () => {
  it("when the day has come and only a clinician's advance is missing", () => {
    expect(sign(50, 2, [inPhase(3)], {}).lines[0]).toEqual({
      exercise: "bridge",
      phase: 3,
      verdict: "clear",
      heldBack: { until: "phase", day: 50, keys: [] },
      findings: [],
    });
  });
});

describe("never held back", () => {
  it.each<[string, Partial<ExerciseFacts>, Partial<SigningInput>]>([
    ["avoid", { earliest: { fusion: avoided } }, {}],
    ["restriction", { tags: [tag("ROTATION")] }, { restrictions: [{ kind: "no-twisting" }] }],
    [
      "contraindication",
      { contraindicationCodes: [{ condition: "vertigo", severity: "block" }] },
      { conditions: ["vertigo"] },
    ],
    ["on-hold", {}, { hold: true }],
    ["unknown-exercise", { earliest: {} }, {}],
  ])("%s", (rule, facts, input) => {
    const { verdict, lines } = sign(10, 1, [inPhase(3)], facts, input);
    expect(lines[0]?.heldBack).toBeNull();
    expect(lines[0]?.findings.map((finding) => finding.rule)).toContain(rule);
    expect(verdict).toBe("block");
  });

  it("an exercise or protocol that the content lacks", () => {
    expect(sign(10, 1, [inPhase(3, {}, "nope")], {}).lines[0]).toMatchObject({ verdict: "block", heldBack: null });
    for (const input of [{ protocol: "nope" }, { alsoProtocols: ["nope"] }]) {
      const { findings, lines } = sign(10, 1, [inPhase(3)], {}, input);
      expect(findings.map(({ rule }) => rule)).toEqual(["unknown-exercise"]);
      expect(lines[0]).toMatchObject({ verdict: "block", heldBack: null });
    }
  });

  it("a restriction that begins before the line's first day, and it is named", () => {
    const restrictions = [{ kind: "no-twisting" as const, from: addDays(anchor, 42) }];
    const line = sign(10, 1, [inPhase(3)], { tags: [tag("ROTATION")] }, { restrictions }).lines[0];
    expect(line?.heldBack).toBeNull();
    expect(line?.findings.map(({ rule }) => rule)).toEqual(["phase-not-reached", "restriction"]);
  });

  it.each([
    [41, { until: "day", day: 42, keys: [] }],
    [42, null],
  ])("a restriction until day %i and a line from day 42", (end, heldBack) => {
    const restrictions = [{ kind: "no-twisting" as const, until: addDays(anchor, end) }];
    expect(sign(10, 1, [inPhase(3)], { tags: [tag("ROTATION")] }, { restrictions }).lines[0]?.heldBack).toEqual(
      heldBack,
    );
  });
});

describe("several phases", () => {
  it("answers in the order of the lines, and judges doubles and the length of a day phase by phase", () => {
    const lines = [
      inPhase(3),
      inPhase(1),
      inPhase(3),
      inPhase(1, {}, "nope"),
      ...Array.from({ length: 3 }, () => inPhase(3)),
    ];
    const result = sign(10, 1, lines, {});
    expect(result.lines.map(({ exercise, phase }) => [exercise, phase])).toEqual(
      lines.map(({ exercise, phase }) => [exercise, phase]),
    );
    const doubles = result.lines.map(({ findings }) => findings.some(({ rule }) => rule === "duplicate"));
    expect(doubles).toEqual([false, false, true, false, true, true, true]);
    expect(result.findings.map(({ because }) => because.en)).toEqual([
      "5 exercises in one day of phase 3; adherence falls above 4. Spread them over the week, or remove some.",
    ]);
  });

  it("measures the growth of a later phase from the phase before it in the program, after a quiet week", () => {
    const walk = { defaultDosage: {} };
    const ramps = (lines: SigningLine[], input: Partial<SigningInput> = {}) =>
      sign(10, 1, lines, walk, input).lines.map(({ findings }) => findings.some(({ rule }) => rule === "ramp"));
    const minutes = (phase: number, durationMin: number) => inPhase(phase, { durationMin });
    expect(ramps([minutes(1, 10), minutes(2, 20), minutes(4, 30)])).toEqual([false, false, false]);
    expect(ramps([minutes(1, 10), minutes(2, 21), minutes(4, 30)])).toEqual([false, true, false]);
    expect(ramps([minutes(3, 25)])).toEqual([true]);
    expect(ramps([minutes(3, 25)], { previous: [{ exercise: "bridge", dosage: { durationMin: 15 } }] })).toEqual([
      false,
    ]);
    expect(ramps([minutes(1, 12)], { previous: [{ exercise: "bridge", dosage: { durationMin: 10 } }] })).toEqual([
      true,
    ]);
  });
});
