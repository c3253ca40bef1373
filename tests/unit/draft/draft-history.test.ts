import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeDraft } from "@/lib/draft/change-draft";
import { historyOf, receiveDraft, recordChange, redoStep, undoStep } from "@/lib/draft/draft-history";
import type { DraftChange } from "@/lib/draft/draft";
import { isSameDraft } from "@/lib/draft/same";
import { aDraft, aLine, anyChange, anyDraft, idsOf } from "./given";

const first = aDraft(aLine("a"), aLine("b"));
const dose = (reps: number): DraftChange => ({ kind: "dose", ids: ["a"], dosage: { reps } });
const repsOf = ({ draft }: ReturnType<typeof historyOf>) => draft.lines[0]?.dosage.reps;
const remove = (id: string): DraftChange => ({ kind: "remove", ids: [id] });

describe("undo and redo", () => {
  it("go back and forth through 200 steps and more", () => {
    let history = historyOf(first);
    for (let reps = 10; reps < 210; reps += 1) history = recordChange(history, dose(reps));
    for (let steps = 0; steps < 200; steps += 1) history = undoStep(history);
    expect(history.draft).toBe(first);
    expect(undoStep(history)).toBe(history);
    for (let steps = 0; steps < 200; steps += 1) history = redoStep(history);
    expect(repsOf(history)).toBe(209);
    expect(redoStep(history)).toBe(history);
  });

  it("take typing in one cell within a second as one step", () => {
    const typed = [
      { key: "a reps", at: 0 },
      { key: "a reps", at: 1000 },
      { key: "a reps", at: 2001 },
      { key: "b reps", at: 2100 },
    ];
    const history = typed.reduce((all, step, index) => recordChange(all, dose(20 + index), step), historyOf(first));
    expect(history.past.map((draft) => draft.lines[0]?.dosage.reps)).toEqual([8, 21, 22]);
    const undone = recordChange(undoStep(history), dose(30), { key: "b reps", at: 2200 });
    expect(undone.past).toHaveLength(3);
  });

  it("count no act that changes nothing, and forget what was undone once something else is done", () => {
    const history = recordChange(historyOf(first), dose(9));
    expect(recordChange(history, dose(9))).toBe(history);
    expect(redoStep(recordChange(undoStep(history), dose(10))).draft.lines[0]?.dosage.reps).toBe(10);
  });

  it("bring every act back", () => {
    fc.assert(
      fc.property(anyDraft, fc.array(anyChange("x"), { maxLength: 10 }), (draft, changes) => {
        const done = changes.reduce((all, change) => recordChange(all, change), historyOf(draft));
        expect(done.draft).toEqual(changes.reduce(changeDraft, draft));
        const undone = done.past.reduce(undoStep, done);
        expect(undone.draft).toBe(draft);
        expect(done.past.reduce(redoStep, undone).draft).toBe(done.draft);
      }),
    );
  });
});

describe("a draft that came from elsewhere", () => {
  it("is no step of one's own; one's own steps are undone upon it", () => {
    const mine = recordChange(historyOf(first), dose(9));
    const theirs = changeDraft(mine.draft, { kind: "add", lines: [aLine("t")], before: null });
    const undone = undoStep(receiveDraft(mine, theirs));
    expect([idsOf(undone.draft), repsOf(undone)]).toEqual(["a b t", 8]);
    const redone = redoStep(undone);
    expect([idsOf(redone.draft), repsOf(redone)]).toEqual(["a b t", 9]);
    expect(undoStep(undone)).toBe(undone);
  });

  it("does not come back by undo where a colleague removed it", () => {
    const mine = recordChange(recordChange(historyOf(first), dose(9)), dose(10));
    const received = receiveDraft(mine, changeDraft(mine.draft, remove("a")));
    expect(idsOf(received.draft)).toBe("b");
    expect(received.past).toEqual([]);
    const removedFirst = undoStep(recordChange(recordChange(historyOf(first), dose(9)), remove("b")));
    expect(idsOf(redoStep(receiveDraft(removedFirst, changeDraft(removedFirst.draft, remove("a")))).draft)).toBe("");
  });

  it("changes nothing where it says the same", () => {
    const mine = recordChange(historyOf(first), dose(9));
    expect(receiveDraft(mine, { ...mine.draft })).toBe(mine);
  });

  it("is never undone: no line that it removed stands in any step, and no step is empty", () => {
    fc.assert(
      fc.property(
        anyDraft,
        fc.array(anyChange("x"), { maxLength: 6 }),
        fc.array(anyChange("t"), { maxLength: 4 }),
        (draft, own, other) => {
          const mine = own.reduce((all, change) => recordChange(all, change), historyOf(draft));
          const theirs = other.reduce(changeDraft, mine.draft);
          const gone = mine.draft.lines.filter(({ id }) => !theirs.lines.some((line) => line.id === id));
          const received = receiveDraft(mine, theirs);
          for (const state of received.past)
            for (const { id } of gone) expect(state.lines.some((line) => line.id === id)).toBe(false);
          const states = [...received.past, received.draft];
          states.slice(1).forEach((state, index) => {
            const before = states[index];
            expect(before && isSameDraft(before, state)).toBe(false);
          });
        },
      ),
    );
  });
});
