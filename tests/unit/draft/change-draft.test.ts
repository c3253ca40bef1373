import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeDraft } from "@/lib/draft/change-draft";
import type { DraftChange, LineDosage } from "@/lib/draft/draft";
import type { DraftLine } from "@/lib/schemas/program";
import { aDraft, aLine, anyChange, anyDraft, dosed, idsOf, noDosage } from "./given";

const three = aDraft(aLine("a"), aLine("b"), aLine("c", { phase: 2 }));

describe("an act on a draft", () => {
  it.each<[string, DraftChange, string]>([
    ["adds at the end of a phase", { kind: "add", lines: [aLine("x")], before: null }, "a b x c"],
    ["adds in front of a line", { kind: "add", lines: [aLine("x"), aLine("y")], before: "b" }, "a x y b c"],
    ["adds into its own phase only", { kind: "add", lines: [aLine("x")], before: "c" }, "a b x c"],
    [
      "adds into the phases of the lines",
      { kind: "add", lines: [aLine("x", { phase: 3 }), aLine("y")], before: null },
      "a b y c x",
    ],
    ["adds a line once", { kind: "add", lines: [aLine("x"), aLine("x"), aLine("a")], before: null }, "a b x c"],
    ["removes", { kind: "remove", ids: ["b", "nobody"] }, "a c"],
    ["places in front of a line", { kind: "place", ids: ["b"], phase: 1, before: "a" }, "b a c"],
    ["places at the end of another phase", { kind: "place", ids: ["a", "b"], phase: 2, before: null }, "c a b"],
    ["places in front of a line that moves too", { kind: "place", ids: ["a", "c"], phase: 1, before: "a" }, "a c b"],
    ["places at the end where the place is gone", { kind: "place", ids: ["a"], phase: 1, before: "gone" }, "b a c"],
    ["moves an edited line to the end of its new phase", { kind: "edit", id: "a", line: { phase: 2 } }, "b c a"],
  ])("%s", (_, change, ids) => {
    const changed = changeDraft(three, change);
    expect(idsOf(changed)).toBe(ids);
    expect(changed.lines.map(({ phase }) => phase)).toEqual(changed.lines.map(({ phase }) => phase).toSorted());
  });

  it.each<[string, DraftChange]>([
    ["no line that is there", { kind: "remove", ids: ["x"] }],
    ["nothing new", { kind: "add", lines: [aLine("a")], before: null }],
    ["the place where it stands", { kind: "place", ids: ["a"], phase: 1, before: "b" }],
    ["the same words", { kind: "edit", id: "a", line: { noteToPatient: null, phase: 1 } }],
    ["a line that is gone", { kind: "edit", id: "x", line: { noteToPatient: "gone" } }],
    ["the same numbers", { kind: "dose", ids: ["a", "x"], dosage: { sets: 2 } }],
    ["the same start", { kind: "start", phase: 1 }],
    ["the same draft", { kind: "take", draft: aDraft(aLine("a"), aLine("b"), aLine("c", { phase: 2 })) }],
  ])("that brings %s gives the same object", (_, change) => {
    expect(changeDraft(three, change)).toBe(three);
  });

  it("may be several acts", () => {
    const changes: DraftChange[] = [
      { kind: "remove", ids: ["a"] },
      { kind: "start", phase: 2 },
    ];
    expect(changeDraft(three, { kind: "together", changes })).toEqual({ startPhase: 2, lines: three.lines.slice(1) });
    expect(changeDraft(three, { kind: "together", changes: [] })).toBe(three);
  });

  it("takes a whole draft, by phase", () => {
    const draft = { startPhase: 2, lines: [aLine("c", { phase: 2 }), aLine("a")] };
    expect(changeDraft(three, { kind: "take", draft })).toEqual({ startPhase: 2, lines: draft.lines.toReversed() });
    expect(changeDraft(three, { kind: "start", phase: 2 })).toEqual({ ...three, startPhase: 2 });
  });

  it("keeps ids unique and lines by phase, whatever is done", () => {
    fc.assert(
      fc.property(anyDraft, fc.array(anyChange("x"), { maxLength: 8 }), (draft, changes) => {
        const { lines } = changes.reduce(changeDraft, draft);
        const phases = lines.map(({ phase }) => phase);
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
        expect(phases).toEqual(phases.toSorted((a, b) => a - b));
        for (const { dosage } of lines)
          if (dosage.weekdays != null) expect(dosage.weekdays.length).toBe(dosage.perWeek);
      }),
    );
  });
});

describe("a dosage", () => {
  const counted = dosed("a", {});
  const timed = aLine("b", { dosage: { ...noDosage, durationMin: 10, perWeek: 5 } });
  const rounds = aLine("b", { dosage: { ...noDosage, sets: 2, reps: 1, durationMin: 10 } });
  const withDays = dosed("a", { perWeek: 3, weekdays: [1, 3, 5] });
  const loaded = dosed("a", { loadKg: 2, side: "left" });

  it.each<[string, DraftLine, Partial<LineDosage>, Partial<LineDosage>]>([
    ["counts", counted, { reps: 10, rpeMax: 4 }, { reps: 10, rpeMax: 4 }],
    ["gives no minutes to a counted line", counted, { durationMin: 5, perDay: 2 }, { perDay: 2 }],
    ["gives no sets to a timed line", timed, { sets: 3, holdSec: 5, durationMin: 12 }, { durationMin: 12 }],
    ["gives both where it has both", rounds, { sets: 3, durationMin: 12 }, { sets: 3, durationMin: 12 }],
    [
      "turns a timed line into a counted one",
      timed,
      { durationMin: null, sets: 2, reps: 8 },
      { durationMin: null, sets: 2, reps: 8 },
    ],
    [
      "turns a counted line into a timed one",
      counted,
      { sets: null, reps: null, durationMin: 9 },
      { sets: null, reps: null, durationMin: 9 },
    ],
    ["empties a cell", counted, { reps: null }, { reps: null }],
    ["gives the line's only load", counted, { loadKg: 2 }, { loadKg: 2 }],
    ["counts the days of the week", counted, { weekdays: [5, 1, 1] }, { weekdays: [1, 5], perWeek: 2 }],
    ["lets days decide over a number", counted, { weekdays: [1, 3], perWeek: 6 }, { weekdays: [1, 3], perWeek: 2 }],
    ["keeps the days with the same number", withDays, { perWeek: 3, reps: 9 }, { reps: 9 }],
  ])("%s", (_, line, dosage, changed) => {
    const { lines } = changeDraft(aDraft(line), { kind: "dose", ids: [line.id], dosage });
    expect(lines).toEqual([{ ...line, dosage: { ...line.dosage, ...changed } }]);
  });

  it.each<[string, Partial<LineDosage>, number | null]>([
    ["another number", { perWeek: 4 }, 4],
    ["no number", { perWeek: null }, null],
    ["no days", { weekdays: null }, 3],
    ["an empty choice of days", { weekdays: [] }, 3],
  ])("leaves the days to the patient with %s", (_, dosage, perWeek) => {
    const { lines } = changeDraft(aDraft(withDays), { kind: "dose", ids: ["a"], dosage });
    expect(lines[0]?.dosage).toEqual({ ...noDosage, sets: 2, reps: 8, perWeek });
    expect(lines[0]?.dosage).not.toHaveProperty("weekdays");
  });

  it("of several lines gives a load and a side to those that have one", () => {
    const change = { loadKg: 4, side: "right" as const, sets: 1 };
    const { lines } = changeDraft(aDraft(loaded, dosed("b", {})), { kind: "dose", ids: ["a", "b"], dosage: change });
    expect(lines.map(({ dosage: { loadKg, side, sets } }) => [loadKg, side, sets])).toEqual([
      [4, "right", 1],
      [null, null, 1],
    ]);
  });

  it("of an edited line is kept in step too", () => {
    const dosage = { ...counted.dosage, weekdays: [2, 4] };
    const { lines } = changeDraft(aDraft(counted), { kind: "edit", id: "a", line: { dosage } });
    expect(lines[0]?.dosage).toEqual({ ...dosage, perWeek: 2 });
  });
});
