import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SaveAnswer } from "@/app/(clinic)/patients/[patientId]/program/_components/draft/draft-requests";
import { changeDraft } from "@/lib/draft/change-draft";
import { a, aPage, b, c, first, nobody, note, reps, standing, wait } from "./given-page";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("a draft that saves itself", () => {
  it("sends the latest a moment after the last change, and says where it stands", async () => {
    const { store, saves, now } = aPage();
    const states: string[] = [];
    store.subscribe(() => states.push(now().state));
    store.change(reps(a, 9));
    await wait(300);
    store.change(reps(a, 10));
    await wait(399);
    expect(saves).toEqual([]);
    await wait(1);
    expect(saves).toMatchObject([
      { version: 1, follows: null, isByHand: true, lines: [{ dosage: { reps: 10 } }, {}, {}] },
    ]);
    expect([...new Set(states)]).toEqual(["changed", "saving", "saved"]);
    expect(now()).toMatchObject({ version: 2, isSaved: true });
  });

  it("says whether a change made another draft of it", () => {
    const { store } = aPage();
    expect([store.change(reps(a, 9)), store.change(reps(a, 9)), store.change(reps(a, 10))]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("sends nothing where a change was taken back", async () => {
    const { store, saves, now } = aPage();
    store.change(reps(a, 9));
    store.undo();
    await wait(1000);
    expect([saves.length, now().state, now().canRedo]).toEqual([0, "saved", true]);
  });

  it("sends what was changed while it was sending", async () => {
    const page = aPage();
    page.store.change(reps(a, 9));
    const saving = page.store.save();
    page.store.change(reps(a, 10));
    await saving;
    expect(page.now()).toMatchObject({ state: "changed", isSaved: false });
    await wait(400);
    expect(page.saves.map(({ version }) => version)).toEqual([1, 2]);
    expect(page.now().isSaved).toBe(true);
  });

  it("tries again after 1, 2, 4 … 30 s, editing goes on, and trying by itself is no activity", async () => {
    const failed: SaveAnswer[] = Array.from({ length: 8 }, () => ({ status: "failed" }));
    const { store, saves, now } = aPage({ answers: failed });
    store.change(reps(a, 9));
    await wait(400);
    const seen: number[] = [];
    for (let second = 1; second <= 120; second += 1) {
      const before = saves.length;
      await wait(1000);
      if (saves.length > before) seen.push(second);
      if (second === 5) store.change(note(b, "Slowly"));
    }
    expect(seen).toEqual([1, 3, 7, 15, 31, 61, 91]);
    expect(saves.map(({ isByHand }) => isByHand)).toEqual([true, false, false, true, false, false, false, false]);
    expect(now().state).toBe("failed");
    await store.save();
    expect(now()).toMatchObject({
      state: "saved",
      draft: { lines: [{ dosage: { reps: 9 } }, { noteToPatient: "Slowly" }, {}] },
    });
  });

  it("is not fooled by an answer that got lost", async () => {
    const mine = changeDraft(first, reps(a, 9));
    const { store, now, saves } = aPage({
      answers: [{ status: "failed" }, { status: "conflict", standing: standing(mine, 2) }],
    });
    store.change(reps(a, 9));
    await wait(1500);
    expect(saves).toHaveLength(2);
    expect(now()).toMatchObject({ state: "saved", version: 2, conflict: null, note: null });
  });

  it("names the line and the field that cannot be saved, keeps everything, and goes on once it is mended", async () => {
    const { store, now, saves } = aPage();
    store.change({ kind: "edit", id: b, line: { noteToPatient: "x".repeat(10_000_000) } });
    await wait(400);
    expect(saves).toEqual([]);
    expect(now()).toMatchObject({ state: "invalid", isSaved: false, errors: { [b]: { noteToPatient: "tooLong" } } });
    store.change(note(b, "Slowly"));
    await wait(400);
    expect(now()).toMatchObject({ state: "saved", errors: {} });
    expect(saves).toHaveLength(1);
  });

  it("takes the server's word on a field, by the line that was sent", async () => {
    const fields = { "lines.1.dosage.reps": "outOfRange", startPhase: "noSuchPhase" };
    const { store, now } = aPage({ answers: [{ status: "invalid", fields }] });
    store.change({ kind: "remove", ids: [a] });
    await wait(400);
    expect(now().errors).toEqual({ [c]: { "dosage.reps": "outOfRange" }, draft: { startPhase: "noSuchPhase" } });
  });

  it("is flushed before it is signed", async () => {
    const { store, now } = aPage();
    store.change(reps(a, 9));
    await expect(store.flush()).resolves.toBe(true);
    expect(now()).toMatchObject({ version: 2, isSaved: true });
    const failing = aPage({ answers: [{ status: "failed" }] });
    failing.store.change(reps(a, 9));
    await expect(failing.store.flush()).resolves.toBe(false);
  });

  it("waits for its person to sign in again, and then goes on", async () => {
    const { store, now, watches } = aPage({ answers: [{ status: "signedOut" }] });
    store.change(reps(a, 9));
    await wait(400);
    expect(now().state).toBe("signedOut");
    watches.push({ status: "signedOut" }, nobody);
    await store.look();
    expect(now()).toMatchObject({ state: "signedOut", isSaved: false });
    await store.look();
    await wait(0);
    expect(now()).toMatchObject({ state: "saved", draft: { lines: [{ dosage: { reps: 9 } }, {}, {}] } });
  });
});

describe("leaving the page", () => {
  it("is warned of while a change of the last minutes is unsaved", async () => {
    const { store } = aPage({ answers: [{ status: "failed" }, { status: "failed" }] });
    expect(store.isUnsaved(1000)).toBe(false);
    store.change(reps(a, 9));
    expect(store.isUnsaved(1000)).toBe(true);
    await wait(1001);
    expect(store.isUnsaved(1000)).toBe(false);
  });
});
