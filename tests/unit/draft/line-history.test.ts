import { describe, expect, it } from "vitest";
import { lineHistory, type LineState, reasonWrittenIn } from "@/lib/draft/line-history";
import { templateLines } from "@/lib/draft/template-lines";
import { signingStops } from "@/lib/draft/signing-stops";
import type { Finding, Severity } from "@/lib/clinical/finding";
import type { SignedLine } from "@/lib/clinical/signing";
import { aLine, dosed } from "./given";

const of = (id: string, sets: number, phase = 1) => dosed(id, { sets }, { exercise: "bridge", phase });
const state = (number: number | null, ...lines: LineState["lines"]): LineState => ({ number, lines });
const steps = (id: string, ...states: LineState[]) =>
  lineHistory(id, states).map(({ number, before, keys }) => `${number} ${before?.dosage.sets ?? "-"} ${keys.join()}`);

describe("how a line came to be", () => {
  it.each<[string, LineState[], string[]]>([
    ["taken from the template as it is", [state(null, of("t", 2)), state(1, of("x", 2))], ["1 2 "]],
    ["taken with another dosage", [state(null, of("t", 2)), state(1, of("x", 3))], ["1 2 sets"]],
    ["added by hand", [state(null), state(1, of("x", 2))], ["1 - "]],
    ["added later", [state(null), state(1), state(2, of("x", 2))], ["2 - "]],
    [
      "changed in the second and the fourth",
      [
        state(null, of("t", 2)),
        state(1, of("a", 2)),
        state(2, of("b", 3)),
        state(3, of("c", 3)),
        state(4, of("x", 3, 2)),
      ],
      ["1 2 ", "2 2 sets", "4 3 phase"],
    ],
    [
      "removed and added again",
      [state(null, of("t", 2)), state(1, of("a", 2)), state(2), state(3, of("x", 4))],
      ["3 - "],
    ],
  ])("%s", (_, states, expected) => {
    expect(steps("x", ...states)).toEqual(expected);
  });

  it("is empty of a line that is not there", () => {
    expect(steps("x", state(null), state(1, of("a", 2)))).toEqual([]);
  });
});

describe("the revision in which a reason was written", () => {
  const because = (id: string, overrideReason: string | null, sets = 2) => ({ ...of(id, sets), overrideReason });
  it.each<[string, LineState[], number | null]>([
    ["the first, where it stands ever since", [state(1, because("a", "A")), state(2, because("x", "A", 3))], 1],
    ["a later one, where it was written anew", [state(1, because("a", "A")), state(2, because("x", "B"))], 2],
    [
      "the last one, where it had been taken away meanwhile",
      [state(1, because("a", "A")), state(2, because("b", null)), state(3, because("x", "A"))],
      3,
    ],
    ["none, where nobody has signed the line", [state(1, because("a", "A"))], null],
  ])("is %s", (_, states, expected) => {
    expect(reasonWrittenIn(lineHistory("x", states))).toBe(expected);
  });
});

describe("a template as lines to compare with", () => {
  it("has its starting selection, and the alternatives that were taken", () => {
    const given = (templateLineId: string, starting: boolean) => ({
      ...{ templateLineId, starting, exercise: templateLineId, dosage: aLine("a").dosage },
    });
    const phases = [{ n: 2, lines: [given("t1", true), given("t2", false), given("t3", false)] }];
    const lines = templateLines(phases, [aLine("x", { templateLineId: "t3" })]);
    expect(lines.map(({ id, phase }) => `${id} ${phase}`)).toEqual(["t1 2", "t3 2"]);
  });
});

describe("what stops a signature", () => {
  const finding = (severity: Severity): Finding => ({
    ...{ rule: "r", severity, because: { en: "x", es: "x" }, source: [] },
  });
  const judged = (verdict: Severity, given: Partial<SignedLine> = {}): SignedLine => ({
    ...{ exercise: "bridge", phase: 1, verdict, heldBack: null, findings: [finding(verdict)], ...given },
  });
  const stops = (line: SignedLine, reason: string | null = null) =>
    signingStops([aLine("a", { overrideReason: reason })], { verdict: line.verdict, lines: [line], findings: [] });
  const heldBack = { until: "day", day: 84, keys: [] } as const;

  it.each<[string, SignedLine, string | null, number, number]>([
    ["a caution", judged("caution"), null, 0, 0],
    ["a block", judged("block"), null, 1, 0],
    ["a block of a line held back", judged("block", { heldBack: { ...heldBack, keys: [] } }), null, 0, 0],
    ["an override without reason", judged("override"), null, 0, 1],
    ["an override with its reason", judged("override"), "Seen.", 0, 0],
    ["an override under a block", judged("block", { findings: [finding("block"), finding("override")] }), null, 1, 1],
  ])("%s", (_, line, reason, blocked, unexplained) => {
    expect(stops(line, reason).blocked).toHaveLength(blocked);
    expect(stops(line, reason).unexplained).toHaveLength(unexplained);
  });

  it("names an empty draft and what blocks the whole program", () => {
    const answer = { verdict: "block" as const, lines: [], findings: [finding("block"), finding("caution")] };
    expect(signingStops([], answer)).toMatchObject({ isEmpty: true, general: [{ severity: "block" }] });
  });
});
