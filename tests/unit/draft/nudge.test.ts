import { describe, expect, it } from "vitest";
import { changeDraft } from "@/lib/draft/change-draft";
import type { Draft } from "@/lib/draft/draft";
import { lineAfter, nudged } from "@/lib/draft/nudge";
import { dosageSchema } from "@/lib/schemas/dosage";

const line = (id: string, phase: number) => ({
  id,
  phase,
  exercise: id,
  dosage: dosageSchema.parse({ reps: 5 }),
  noteToPatient: null,
  overrideReason: null,
  templateLineId: null,
});
const draft: Draft = { startPhase: 1, lines: [...["a", "b", "c", "d"].map((id) => line(id, 1)), line("e", 2)] };
const order = (ids: readonly string[], by: -1 | 1) => {
  const change = nudged(draft, ids, by);
  return (
    change &&
    changeDraft(draft, change)
      .lines.map(({ id }) => id)
      .join("")
  );
};

describe("one place up or down", () => {
  it.each([
    [["b"], -1, "bacde"],
    [["b"], 1, "acbde"],
    [["a"], -1, null],
    [["d"], 1, null],
    [["b", "c"], 1, "adbce"],
    [["c", "b"], -1, "bcade"],
    [["b", "d"], -1, "bdace"],
    [["e"], -1, null],
    [["nobody"], 1, null],
  ] as const)("%j by %i", (ids, by, expected) => {
    expect(order(ids, by)).toBe(expected);
  });
});

it("what comes behind a line stays in its phase", () => {
  expect(lineAfter(draft, "a")).toBe("b");
  expect(lineAfter(draft, "d")).toBeNull();
  expect(lineAfter(draft, "e")).toBeNull();
  expect(lineAfter(draft, "nobody")).toBeNull();
});
