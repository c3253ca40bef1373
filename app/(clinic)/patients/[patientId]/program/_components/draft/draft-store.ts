import type { Draft, DraftChange } from "@/lib/draft/draft";
import { historyOf, receiveDraft, recordChange, redoStep, undoStep } from "@/lib/draft/draft-history";
import type { DraftHistory } from "@/lib/draft/draft-history";
import type { MergeChoices } from "@/lib/draft/merge-drafts";
import { isSameDraft } from "@/lib/draft/same";
import type { DraftEnd, DraftPerson, StandingDraft } from "@/lib/schemas/program";
import { programCheck, type StoreGiven } from "./draft-check";
import { draftErrors, type DraftErrors } from "./draft-errors";
import { endOf, type SaveAnswer } from "./draft-requests";
import { broughtTogether, disputeOf, draftOf, placeOf, storedDraft } from "./draft-snapshot";
import type { DraftNote, DraftSnapshot, LeftOver, SaveState } from "./draft-snapshot";

const pauseMs = 400;
const copyMs = 80;
/** One object, so that every save does not look like other errors. */
const noErrors: DraftErrors = {};

/**
 * The draft of an open page, outside of React: one's own changes with undo, saved by itself against the version that was read, tried again when the
 * network fails, kept encrypted in the browser until it is saved, merged with what others save meanwhile. Nothing on the page is ever dropped.
 */
export function draftStore(given: StoreGiven) {
  const { programId, follows, requests, copy, check = programCheck } = given;
  let history = historyOf(draftOf(given.first));
  let base = history.draft;
  let version = given.first.version;
  let state: SaveState = "saved";
  let standing: StandingDraft | null = null;
  let note: DraftNote | null = null;
  let errors = noErrors;
  let others: readonly DraftPerson[] = [];
  let ended: DraftEnd | null = null;
  let leftOver: LeftOver | null = null;
  let failures = 0;
  let isByHand = false;
  let changedAt = 0;
  let sending: Promise<void> | null = null;
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let copyTimer: ReturnType<typeof setTimeout> | undefined;
  let snapshot = current();
  const listeners = new Set<() => void>();

  function current(): DraftSnapshot {
    return {
      draft: history.draft,
      canUndo: history.past.length > 0 && ended === null,
      canRedo: history.future.length > 0 && ended === null,
      state,
      isSaved: state === "saved",
      version,
      conflict: standing && disputeOf(base, history.draft, standing),
      note,
      errors,
      others,
      ended,
      leftOver,
    };
  }
  function tell(): void {
    snapshot = current();
    for (const listener of listeners) listener();
  }
  const isDirty = () => !isSameDraft(history.draft, base);

  function edit(next: DraftHistory): boolean {
    if (next === history || ended !== null) return false;
    history = next;
    isByHand = true;
    changedAt = Date.now();
    clearTimeout(copyTimer);
    copyTimer = setTimeout(keepCopy, copyMs);
    if (standing) meet(standing);
    else if (state !== "saving" && state !== "failed" && state !== "signedOut") planSave(pauseMs);
    tell();
    return true;
  }
  function keepCopy(): void {
    if (isDirty() && ended === null) void copy?.write({ base, follows, draft: storedDraft(history.draft) });
  }
  function planSave(inMs: number): void {
    if (state === "saved" || state === "invalid") state = isDirty() ? "changed" : "saved";
    clearTimeout(saveTimer);
    saveTimer = setTimeout(() => void save(), inMs);
  }
  async function save(isLeaving = false): Promise<void> {
    clearTimeout(saveTimer);
    if (sending || standing || ended) return sending ?? undefined;
    if (!isDirty()) {
      rest();
      return;
    }
    const sent = history.draft;
    const checked = check({ programId, version, follows, ...sent });
    if ("fields" in checked) {
      refuse(checked.fields, sent);
      return;
    }
    state = "saving";
    sending = requests.save(checked.data, { isByHand, isLeaving }).then((answer) => answered(answer, sent));
    isByHand = false;
    tell();
    await sending;
  }
  async function answered(answer: SaveAnswer, sent: Draft): Promise<void> {
    sending = null;
    failures = answer.status === "failed" ? failures + 1 : 0;
    if (answer.status === "saved") {
      [base, version, errors] = [sent, answer.version, noErrors];
      rest();
    } else if (answer.status === "invalid") refuse(answer.fields, sent);
    else if (answer.status === "conflict" && answer.standing.currentRevision === follows) meet(answer.standing);
    else if (answer.status === "failed" || answer.status === "signedOut") {
      state = answer.status;
      planSave(state === "signedOut" ? 15_000 : Math.min(30, 2 ** (failures - 1)) * 1000);
    } else {
      // It has ended, by a signature or otherwise: how, the presence knows.
      state = "failed";
      await look();
    }
    tell();
  }
  /** Saved, or changed once more while it was sent. */
  function rest(): void {
    state = isDirty() ? "changed" : "saved";
    if (state === "changed") planSave(pauseMs);
    else {
      clearTimeout(copyTimer);
      copy?.clear();
      if (leftOver === null) copy?.forget();
    }
    tell();
  }
  /** Nothing is saved until the fields are mended; the lines are named by their ids. */
  function refuse(fields: Record<string, string>, sent: Draft): void {
    state = "invalid";
    errors = draftErrors(fields, sent);
    tell();
  }
  /** Brings mine together with what stands; what both changed waits for a choice. */
  function meet(now: StandingDraft, choices: MergeChoices = {}): void {
    const met = broughtTogether(base, history.draft, now, choices);
    standing = met.isOpen ? now : null;
    if (standing) state = "conflict";
    else {
      note = met.note ?? note;
      if (met.changed) history = receiveDraft(history, met.changed);
      base = met.isAllSaved ? history.draft : draftOf(now);
      [version, errors] = [now.version, noErrors];
      rest();
      if (isDirty()) planSave(0);
      keepCopy();
    }
    tell();
  }
  function end(how: DraftEnd): void {
    clearTimeout(saveTimer);
    if (isDirty()) leftOver = { base, draft: history.draft };
    [ended, state, standing, others] = [how, "ended", null, []];
    tell();
  }

  /** Who else is here, and whether the draft has moved on or ended. */
  async function look(): Promise<void> {
    if (ended) return;
    const answer = await requests.watch({ programId, version, follows });
    const how = endOf(answer);
    if (how) {
      end(how);
      return;
    }
    if (answer.status === "signedOut" && isDirty() && !sending && !standing) state = "signedOut";
    if (answer.status === "seen") {
      const { standing: now } = answer.watch;
      others = answer.watch.others;
      if (state === "signedOut") state = "failed";
      if (now && !sending && now.version > version) meet(now);
      else if (state === "failed") void save();
    }
    tell();
  }

  /** What an earlier page of the same person left unsaved is merged with what stands. */
  async function restore(): Promise<void> {
    for (const left of (await copy?.read()) ?? []) {
      const { kind, draft } = placeOf(left, follows, history.draft);
      if (kind === "known") continue;
      if (kind === "elsewhere" || (kind === "disputed" && isDirty())) leftOver = left;
      else {
        [history, note] = [receiveDraft(history, draft), { kind: "restored" }];
        if (kind === "disputed") base = left.base;
        if (kind === "merged") planSave(0);
        else meet({ ...given.first, version, currentRevision: follows, changedAt: "" });
      }
    }
    if (leftOver === null && !isDirty() && !standing) copy?.forget();
    tell();
  }

  return {
    snapshot: () => snapshot,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /**
     * @param step names what is typed into: typing there is one step of undo
     * @returns whether the draft is another now
     */
    change: (change: DraftChange, step?: string): boolean =>
      edit(recordChange(history, change, step === undefined ? null : { key: step, at: Date.now() })),
    undo: () => void edit(undoStep(history)),
    redo: () => void edit(redoStep(history)),
    /** Ends a conflict as somebody chose, line by line; what is left open stays open. */
    settle: (choices: MergeChoices) => {
      if (standing) meet(standing, choices);
    },
    save,
    look,
    restore,
    /** Everything on screen is with the server when this answers true. */
    flush: async (): Promise<boolean> => {
      for (let turn = 0; turn < 4 && !standing && !ended; turn += 1) {
        await (sending ?? save());
        if (!sending && (!isDirty() || state === "failed" || state === "invalid" || state === "signedOut")) break;
      }
      return !sending && !standing && !ended && !isDirty();
    },
    /** Whether leaving would leave something behind that somebody has just changed. */
    isUnsaved: (withinMs: number) => isDirty() && ended === null && Date.now() - changedAt < withinMs,
    dismissNote: () => {
      note = null;
      tell();
    },
    dismissLeftOver: () => {
      leftOver = null;
      copy?.forget();
      if (ended) copy?.clear();
      tell();
    },
    stop: () => {
      clearTimeout(saveTimer);
      clearTimeout(copyTimer);
      keepCopy();
    },
  };
}

export type DraftStore = ReturnType<typeof draftStore>;
