import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WatchAnswer } from "@/app/(clinic)/patients/[patientId]/program/_components/draft/draft-requests";
import type { DraftCopy } from "@/app/(clinic)/patients/[patientId]/program/_components/draft/local-copy";
import { changeDraft } from "@/lib/draft/change-draft";
import type { Draft } from "@/lib/draft/draft";
import { aLine, idsOf } from "./given";
import { a, aPage, b, c, first, note, reps, standing, wait, x } from "./given-page";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a draft that somebody else changed too", () => {
  it("is merged and saved by itself, with a word about it", async () => {
    const theirs = changeDraft(changeDraft(first, reps(b, 12)), { kind: "add", lines: [aLine(x)], before: null });
    const { store, now, saves } = aPage({ answers: [{ status: "conflict", standing: standing(theirs, 5) }] });
    store.change(reps(a, 9));
    await wait(401);
    expect(saves.map(({ version }) => version)).toEqual([1, 5]);
    expect(now()).toMatchObject({
      state: "saved",
      version: 6,
      note: { kind: "merged", by: "Priya Sandpiper", exercises: [`exercise-${b}`, `exercise-${x}`] },
    });
    expect(now().draft).toEqual(changeDraft(theirs, reps(a, 9)));
    store.undo();
    expect(now().draft).toEqual(theirs);
    store.dismissNote();
    expect(now().note).toBeNull();
  });

  it("waits for a choice where both changed the same, and drops nothing meanwhile", async () => {
    const theirs = changeDraft(first, reps(a, 12));
    const { store, now, saves } = aPage({ answers: [{ status: "conflict", standing: standing(theirs, 5) }] });
    store.change(reps(a, 9));
    await wait(400);
    store.change(note(b, "Slowly"));
    await wait(60_000);
    expect(saves).toHaveLength(1);
    expect(now()).toMatchObject({
      state: "conflict",
      isSaved: false,
      conflict: { by: "Priya Sandpiper", start: null },
    });
    expect(now().conflict?.conflicts).toMatchObject([{ id: a, fields: ["reps"] }]);
    store.settle({ [b]: "mine" });
    expect(now().state).toBe("conflict");
    store.settle({ [a]: "theirs" });
    await wait(0);
    expect(saves[1]).toMatchObject({ version: 5, lines: [{ dosage: { reps: 12 } }, { noteToPatient: "Slowly" }, {}] });
    expect(now()).toMatchObject({ state: "saved", conflict: null });
  });

  it("has no conflict any more once mine is as theirs", async () => {
    const theirs = changeDraft(first, reps(a, 12));
    const { store, now } = aPage({ answers: [{ status: "conflict", standing: standing(theirs, 5) }] });
    store.change(reps(a, 9));
    await wait(400);
    store.change(reps(a, 12));
    await wait(400);
    expect(now()).toMatchObject({ state: "saved", version: 5, conflict: null });
  });

  it("is taken quietly where nothing is unsaved, and merged where something is", async () => {
    const theirs = changeDraft(first, { kind: "remove", ids: [c] });
    const { store, now, watches, saves } = aPage();
    const seen = (draft: Draft, version: number): WatchAnswer => ({
      status: "seen",
      watch: { others: [{ id: "p", name: "Priya", since: "" }], standing: standing(draft, version), ended: null },
    });
    watches.push(seen(theirs, 4));
    await store.look();
    expect(now()).toMatchObject({ state: "saved", version: 4, others: [{ name: "Priya" }], canUndo: false });
    expect(idsOf(now().draft)).toBe(`${a} ${b}`);
    store.change(reps(a, 9));
    watches.push(seen(changeDraft(theirs, reps(b, 3)), 7));
    await store.look();
    await wait(0);
    expect(saves).toMatchObject([{ version: 7, lines: [{ dosage: { reps: 9 } }, { dosage: { reps: 3 } }] }]);
    watches.push(seen(first, 2));
    await store.look();
    expect(now()).toMatchObject({ state: "saved", version: 8 });
  });

  it("has ended when it was signed meanwhile: what was not saved is told apart, and nothing is sent any more", async () => {
    const ended = { because: "signed" as const, by: "Priya Sandpiper, PT", at: "2026-11-21T12:00:00Z", number: 1 };
    const { store, now, watches, saves } = aPage({
      answers: [{ status: "conflict", standing: standing(first, 1, 1) }],
    });
    watches.push({ status: "seen", watch: { others: [], standing: null, ended } });
    store.change(reps(a, 9));
    await wait(400);
    expect(now()).toMatchObject({ state: "ended", ended, leftOver: { base: first }, isSaved: false });
    expect(now().leftOver?.draft).toEqual(changeDraft(first, reps(a, 9)));
    store.change(reps(a, 10));
    await wait(60_000);
    expect(saves).toHaveLength(1);
    await expect(store.flush()).resolves.toBe(false);
  });

  it("has ended where it is no longer open to this person", async () => {
    const { store, now, watches } = aPage({ answers: [{ status: "ended" }] });
    watches.push({ status: "ended" });
    store.change(reps(a, 9));
    await wait(400);
    expect(now()).toMatchObject({ state: "ended", ended: { because: "closed" } });
  });
});

describe("what an earlier page left unsaved", () => {
  const left = (draft: Draft, base = first, follows: number | null = null): DraftCopy => ({ base, follows, draft });

  it("is kept at each change and gone once it is saved", async () => {
    const { store, kept } = aPage();
    store.change(reps(a, 9));
    await wait(80);
    expect(kept.now).toEqual(left(changeDraft(first, reps(a, 9))));
    await wait(320);
    expect(kept.now).toBeNull();
  });

  it("comes back, upon what stands now, and is saved", async () => {
    const base = changeDraft(first, reps(b, 2));
    const { store, now, saves, kept } = aPage({ copies: [left(changeDraft(base, reps(a, 9)), base)] });
    await store.restore();
    expect(now()).toMatchObject({
      note: { kind: "restored" },
      draft: { lines: [{ dosage: { reps: 9 } }, { dosage: { reps: 8 } }, {}] },
    });
    await wait(0);
    expect([saves.length, now().state, kept.forgotten]).toEqual([1, "saved", true]);
  });

  it("is no news where it was saved after all", async () => {
    const { store, now, kept } = aPage({ copies: [left(first, changeDraft(first, reps(a, 2)))] });
    await store.restore();
    expect([now().note, now().state, kept.forgotten]).toEqual([null, "saved", true]);
  });

  it("waits for a choice where somebody has changed the same since", async () => {
    const base = changeDraft(first, reps(a, 2));
    const { store, now } = aPage({ copies: [left(changeDraft(base, reps(a, 9)), base)] });
    await store.restore();
    expect(now()).toMatchObject({ state: "conflict", conflict: { by: "Priya Sandpiper", conflicts: [{ id: a }] } });
    store.settle({ [a]: "mine" });
    await wait(0);
    expect(now()).toMatchObject({ state: "saved", version: 2, draft: { lines: [{ dosage: { reps: 9 } }, {}, {}] } });
  });

  it("is shown apart where its draft was signed since", async () => {
    const mine = changeDraft(first, reps(a, 9));
    const { store, now, kept } = aPage({ copies: [left(mine, first, 3)] });
    await store.restore();
    expect(now()).toMatchObject({ state: "saved", leftOver: { base: first, draft: mine }, draft: first });
    expect(kept.forgotten).toBe(false);
    store.dismissLeftOver();
    expect([now().leftOver, kept.forgotten]).toEqual([null, true]);
  });
});
