import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeDraft } from "@/lib/draft/change-draft";
import type { Draft, DraftChange } from "@/lib/draft/draft";
import { mergeDrafts, type MergeChoices } from "@/lib/draft/merge-drafts";
import type { DraftLine } from "@/lib/schemas/program";
import { aDraft, aLine, anyChange, anyDraft, dosed, idsOf, noDosage } from "./given";

const base = aDraft(aLine("a"), aLine("b"), aLine("c"));
const done = (draft: Draft, ...changes: DraftChange[]) => changes.reduce(changeDraft, draft);
const dose = (id: string, dosage: Partial<DraftLine["dosage"]>): DraftChange => ({ kind: "dose", ids: [id], dosage });
const edit = (id: string, line: Partial<DraftLine>): DraftChange => ({ kind: "edit", id, line });
const add = (id: string, before: string | null = null): DraftChange => ({ kind: "add", lines: [aLine(id)], before });
const place = (id: string, before: string | null): DraftChange => ({ kind: "place", ids: [id], phase: 1, before });
const remove = (id: string): DraftChange => ({ kind: "remove", ids: [id] });

describe("two drafts of one", () => {
  it.each<[string, DraftChange[], DraftChange[], DraftChange[]]>([
    [
      "other lines",
      [dose("a", { sets: 3 })],
      [dose("b", { sets: 4 })],
      [dose("a", { sets: 3 }), dose("b", { sets: 4 })],
    ],
    ["other values of a line", [dose("a", { sets: 3 })], [dose("a", { reps: 9 })], [dose("a", { sets: 3, reps: 9 })]],
    [
      "a dosage and a note",
      [dose("a", { sets: 3 })],
      [edit("a", { noteToPatient: "x" })],
      [dose("a", { sets: 3 }), edit("a", { noteToPatient: "x" })],
    ],
    [
      "a phase and a reason",
      [edit("c", { phase: 2 })],
      [edit("c", { overrideReason: "x" })],
      [edit("c", { phase: 2, overrideReason: "x" })],
    ],
    [
      "days and load",
      [dose("a", { weekdays: [1, 3] })],
      [dose("a", { loadKg: 1 })],
      [dose("a", { weekdays: [1, 3], loadKg: 1 })],
    ],
    ["the same twice", [dose("a", { sets: 3 })], [dose("a", { sets: 3 })], [dose("a", { sets: 3 })]],
    ["a removal and nothing", [remove("b")], [dose("a", { sets: 3 })], [remove("b"), dose("a", { sets: 3 })]],
    ["the same removal", [remove("b")], [remove("b")], [remove("b")]],
    ["a start and a line", [{ kind: "start", phase: 2 }], [remove("b")], [{ kind: "start", phase: 2 }, remove("b")]],
    [
      "a dosage and the start",
      [dose("a", { sets: 3 })],
      [edit("a", { starting: true, startReason: { en: "x", es: "y" } })],
      [dose("a", { sets: 3 }), edit("a", { starting: true, startReason: { en: "x", es: "y" } })],
    ],
    [
      "a replaced exercise and a phase",
      [edit("c", { exercise: "x" })],
      [edit("c", { phase: 2 })],
      [edit("c", { exercise: "x", phase: 2 })],
    ],
  ])("changed in %s come together", (_, mine, theirs, both) => {
    const expected = { draft: done(base, ...both), conflicts: [], start: null };
    expect(mergeDrafts(base, done(base, ...mine), done(base, ...theirs))).toEqual(expected);
    expect(mergeDrafts(base, done(base, ...theirs), done(base, ...mine))).toEqual(expected);
  });

  it.each<[string, DraftChange[], DraftChange[], string]>([
    ["additions of both", [add("m")], [add("t")], "a b c m t"],
    ["mine behind its neighbour", [add("m", "b")], [remove("c"), add("t")], "a m b t"],
    ["mine at the start", [add("m", "a")], [add("t", "a")], "m t a b c"],
    ["several of mine", [add("m", "b"), add("n", "b")], [add("t")], "a m n b c t"],
    ["the other's order", [add("m", "b")], [place("c", "a")], "c a m b"],
    ["my order where only I have one", [place("c", "a")], [add("t", "b")], "c a t b"],
    ["the other's order where both have one", [place("c", "a")], [place("a", null)], "b c a"],
  ])("keep %s", (_, mine, theirs, ids) => {
    expect(idsOf(mergeDrafts(base, done(base, ...mine), done(base, ...theirs)).draft)).toBe(ids);
  });

  it.each<[string, DraftChange[], DraftChange[], string[], MergeChoices, DraftChange[]]>([
    [
      "a value",
      [dose("a", { sets: 3, reps: 9 })],
      [dose("a", { sets: 4 })],
      ["sets"],
      { a: "theirs" },
      [dose("a", { sets: 4, reps: 9 })],
    ],
    [
      "a value",
      [dose("a", { sets: 3 })],
      [dose("a", { sets: 4, reps: 9 })],
      ["sets"],
      { a: "mine" },
      [dose("a", { sets: 3, reps: 9 })],
    ],
    [
      "the days",
      [dose("a", { weekdays: [1, 3] })],
      [dose("a", { weekdays: [1, 4] })],
      ["perWeek"],
      { a: "theirs" },
      [dose("a", { weekdays: [1, 4] })],
    ],
    ["a removal", [remove("a")], [dose("a", { sets: 4 })], ["line"], { a: "theirs" }, [dose("a", { sets: 4 })]],
    ["a removal", [remove("a")], [dose("a", { sets: 4 })], ["line"], { a: "mine" }, [remove("a")]],
    ["a removal", [dose("a", { sets: 4 })], [remove("a")], ["line"], { a: "theirs" }, [remove("a")]],
    [
      "a replaced exercise",
      [edit("a", { exercise: "x" })],
      [dose("a", { sets: 4 })],
      ["exercise", "sets"],
      { a: "theirs" },
      [dose("a", { sets: 4 })],
    ],
    [
      "a replaced exercise",
      [edit("a", { exercise: "x" })],
      [dose("a", { sets: 4 })],
      ["exercise", "sets"],
      { a: "mine" },
      [edit("a", { exercise: "x" })],
    ],
    [
      "count against clock",
      [dose("a", { sets: null, reps: null, durationMin: 9 })],
      [dose("a", { sets: 4 })],
      ["sets"],
      { a: "mine" },
      [dose("a", { sets: null, reps: null, durationMin: 9 })],
    ],
    [
      "count against clock",
      [dose("a", { sets: null, reps: null, durationMin: 9 })],
      [dose("a", { sets: 4 })],
      ["sets"],
      { a: "theirs" },
      [dose("a", { sets: 4 })],
    ],
    [
      "a line both brought",
      [add("x")],
      [add("x"), dose("x", { sets: 4 })],
      ["sets"],
      { x: "theirs" },
      [add("x"), dose("x", { sets: 4 })],
    ],
  ])("differ in %s until somebody chooses", (_, mine, theirs, fields, choices, chosen) => {
    const [own, other] = [done(base, ...mine), done(base, ...theirs)];
    const open = mergeDrafts(base, own, other);
    expect(open.conflicts.map((conflict) => conflict.fields)).toEqual([fields]);
    const [id = ""] = Object.keys(choices);
    const lineOf = ({ lines }: Draft) => lines.find((line) => line.id === id) ?? null;
    expect(open.conflicts).toMatchObject([{ id, base: lineOf(base), mine: lineOf(own), theirs: lineOf(other) }]);
    const settled = mergeDrafts(base, own, other, choices);
    expect(settled).toEqual({ draft: done(base, ...chosen), conflicts: [], start: null });
  });

  it("say so when both begin in another phase", () => {
    const [mine, theirs] = [2, 3].map((startPhase) => ({ ...base, startPhase }));
    if (!mine || !theirs) throw new Error("two");
    expect(mergeDrafts(base, mine, theirs).start).toEqual({ base: 1, mine: 2, theirs: 3 });
    expect(mergeDrafts(base, mine, theirs, { start: "theirs" })).toEqual({ draft: theirs, conflicts: [], start: null });
    expect(mergeDrafts(base, mine, theirs, { start: "mine" })).toEqual({ draft: mine, conflicts: [], start: null });
  });

  it("keep days and their number in step when one names days and the other a number", () => {
    const week = aDraft(dosed("a", { perWeek: 3, weekdays: [1, 3, 5] }));
    const merged = mergeDrafts(week, done(week, dose("a", { perWeek: 2 })), done(week, dose("a", { reps: 9 })));
    expect(merged.draft.lines[0]?.dosage).toEqual({ ...noDosage, sets: 2, reps: 9, perWeek: 2 });
  });
});

describe("whatever two people do", () => {
  const edits = (mark: string) => fc.array(anyChange(mark), { maxLength: 6 });
  const three = fc.tuple(anyDraft, edits("m"), edits("t")).map(([draft, mine, theirs]) => ({
    draft,
    mine: done(draft, ...mine),
    theirs: done(draft, ...theirs),
  }));

  it("what only one did is what comes of it", () => {
    fc.assert(
      fc.property(three, ({ draft, mine, theirs }) => {
        expect(mergeDrafts(draft, draft, theirs)).toEqual({ draft: theirs, conflicts: [], start: null });
        expect(mergeDrafts(draft, mine, draft)).toEqual({ draft: mine, conflicts: [], start: null });
        expect(mergeDrafts(draft, mine, mine)).toEqual({ draft: mine, conflicts: [], start: null });
      }),
      { numRuns: 500 },
    );
  });

  it("it does not matter who comes second, but for the order", () => {
    const sorted = (lines: readonly { id: string }[]) => lines.toSorted((a, b) => a.id.localeCompare(b.id));
    fc.assert(
      fc.property(three, ({ draft, mine, theirs }) => {
        const [one, other] = [mergeDrafts(draft, mine, theirs), mergeDrafts(draft, theirs, mine)];
        const mirrored = other.conflicts.map(({ mine: theirLine, theirs: myLine, ...rest }) => ({
          ...rest,
          mine: myLine,
          theirs: theirLine,
        }));
        expect(sorted(one.conflicts)).toEqual(sorted(mirrored));
        const all = [...one.conflicts.map(({ id }) => id), "start"];
        const [mineWins, theirsWin] = (["mine", "theirs"] as const).map((side) =>
          Object.fromEntries(all.map((id) => [id, side])),
        );
        const [settled, turned] = [
          mergeDrafts(draft, mine, theirs, mineWins).draft,
          mergeDrafts(draft, theirs, mine, theirsWin).draft,
        ];
        expect(sorted(settled.lines)).toEqual(sorted(turned.lines));
        expect(settled.startPhase).toBe(turned.startPhase);
      }),
      { numRuns: 500 },
    );
  });

  it("no line is lost without a remover, none comes twice, and lines stand by phase", () => {
    fc.assert(
      fc.property(three, ({ draft, mine, theirs }) => {
        const has = (of: Draft, id: string) => of.lines.some((line) => line.id === id);
        const { draft: merged, conflicts } = mergeDrafts(draft, mine, theirs);
        const ids = merged.lines.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { id } of [...mine.lines, ...theirs.lines]) {
          const wasRemoved = has(draft, id) && !(has(mine, id) && has(theirs, id));
          if (!wasRemoved || conflicts.some((conflict) => conflict.id === id)) expect(ids).toContain(id);
          else expect(ids).not.toContain(id);
        }
        const phases = merged.lines.map(({ phase }) => phase);
        expect(phases).toEqual(phases.toSorted((a, b) => a - b));
        for (const { dosage } of merged.lines)
          if (dosage.weekdays != null) expect(dosage.weekdays.length).toBe(dosage.perWeek);
      }),
      { numRuns: 500 },
    );
  });
});
