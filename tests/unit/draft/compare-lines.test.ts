import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareLines, differingKeys, isChange, type LineChange, type LineKey } from "@/lib/draft/compare-lines";
import type { DraftLine } from "@/lib/schemas/program";
import { aLine, anyDraft, dosed } from "./given";

const told = (before: DraftLine[], after: DraftLine[]) => compareLines(before, after).map(inShort);
function inShort(change: LineChange): string {
  if (change.kind === "added") return `+${change.after.id}`;
  if (change.kind === "removed") return `-${change.before.id}`;
  return `${change.before.id}>${change.after.id}:${change.keys.join()}`;
}

describe("two states of a program", () => {
  const walk = dosed("a", { durationMin: 10, sets: null, reps: null }, { exercise: "walk" });
  it.each<[string, DraftLine[], DraftLine[], string[]]>([
    ["nothing", [], [], []],
    ["a line more", [], [walk], ["+a"]],
    ["a line less", [walk], [], ["-a"]],
    ["the same line", [walk], [walk], ["a>a:"]],
    ["a line signed anew, with another id", [walk], [{ ...walk, id: "z" }], ["a>z:"]],
    [
      "another dosage",
      [walk],
      [dosed("z", { durationMin: 15, sets: null, reps: null }, { exercise: "walk" })],
      ["a>z:durationMin"],
    ],
    ["moved, known by its id", [walk], [{ ...walk, phase: 2 }], ["a>a:phase"]],
    ["moved, with another id", [walk], [{ ...walk, id: "z", phase: 3 }], ["a>z:phase"]],
    ["one id, another exercise", [walk], [{ ...walk, exercise: "bridge" }], ["+a", "-a"]],
    [
      "the same exercise in two phases stays in its own",
      [walk, { ...walk, id: "b", phase: 2 }],
      [
        { ...walk, id: "y", phase: 2 },
        { ...walk, id: "z" },
      ],
      ["a>z:", "b>y:"],
    ],
    ["one of two lines of an exercise is gone", [walk, { ...walk, id: "b" }], [{ ...walk, id: "b" }], ["b>b:", "-a"]],
    [
      "by phase, what is gone at the end of its own",
      [walk, aLine("p", { phase: 2 })],
      [aLine("q", { phase: 2 })],
      ["-a", "+q", "-p"],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it.each<[LineKey, Partial<DraftLine>]>([
    ["phase", { phase: 2 }],
    ["noteToPatient", { noteToPatient: "Slowly." }],
    ["overrideReason", { overrideReason: "Seen." }],
    ["weekdays", { dosage: { ...aLine("a").dosage, weekdays: [1, 3] } }],
    ...(["sets", "reps", "holdSec", "restSec", "durationMin", "perDay", "perWeek", "loadKg", "rpeMax"] as const).map(
      (key): [LineKey, Partial<DraftLine>] => [key, { dosage: { ...aLine("a").dosage, [key]: 7 } }],
    ),
    ["side", { dosage: { ...aLine("a").dosage, side: "left" } }],
  ])("finds that %s differs", (key, given) => {
    expect(differingKeys(aLine("a"), aLine("a", given))).toEqual([key]);
  });

  it("finds no difference between no weekdays and null", () => {
    expect(differingKeys(aLine("a"), dosed("a", { weekdays: null }))).toEqual([]);
  });

  it("is silent about a state and itself", () => {
    fc.assert(fc.property(anyDraft, ({ lines }) => !compareLines(lines, lines).some(isChange)));
  });

  it("has every line of both states once", () => {
    fc.assert(
      fc.property(anyDraft, anyDraft, (a, b) => {
        const changes = compareLines(a.lines, b.lines);
        const before = changes.flatMap((change) => (change.kind === "added" ? [] : change.before.id));
        const after = changes.flatMap((change) => (change.kind === "removed" ? [] : change.after.id));
        expect(before.sort()).toEqual(a.lines.map(({ id }) => id).sort());
        expect(after.sort()).toEqual(b.lines.map(({ id }) => id).sort());
      }),
    );
  });

  it("mirrors when the states are swapped", () => {
    const mirrored = (change: LineChange): LineChange => {
      if (change.kind === "both") return { ...change, before: change.after, after: change.before };
      return change.kind === "added"
        ? { kind: "removed", before: change.after }
        : { kind: "added", after: change.before };
    };
    const sorted = (changes: LineChange[]) => changes.map(inShort).sort();
    fc.assert(
      fc.property(anyDraft, anyDraft, (a, b) => {
        expect(sorted(compareLines(b.lines, a.lines))).toEqual(sorted(compareLines(a.lines, b.lines).map(mirrored)));
      }),
    );
  });
});
