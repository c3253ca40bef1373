import { changeDraft } from "./change-draft";
import type { Draft, DraftChange } from "./draft";
import { mergeDrafts } from "./merge-drafts";
import { isSameDraft } from "./same";

/** A draft with what can be undone and done again; `step` is what was typed into last. */
export type DraftHistory = {
  past: readonly Draft[];
  draft: Draft;
  future: readonly Draft[];
  step: EditStep | null;
};
/** Typing: acts with the same key within a second of each other are one step. `at` in ms since 1970. */
export type EditStep = { key: string; at: number };

const mostSteps = 300;
const oneStepMs = 1000;

export function historyOf(draft: Draft): DraftHistory {
  return { past: [], draft, future: [], step: null };
}

/** One act more. What changes nothing is no step, and nothing can be done again after an act. */
export function recordChange(history: DraftHistory, change: DraftChange, step: EditStep | null = null): DraftHistory {
  const draft = changeDraft(history.draft, change);
  if (draft === history.draft) return history;
  const { past } = history;
  const goesOn = step !== null && step.key === history.step?.key && step.at - history.step.at <= oneStepMs;
  return { past: goesOn ? past : [...past, history.draft].slice(-mostSteps), draft, future: [], step };
}

/** The draft before the last step; the same object where there is none. */
export function undoStep(history: DraftHistory): DraftHistory {
  const draft = history.past.at(-1);
  if (draft === undefined) return history;
  return { past: history.past.slice(0, -1), draft, future: [history.draft, ...history.future], step: null };
}

/** The last step that was undone, done again; the same object where there is none. */
export function redoStep(history: DraftHistory): DraftHistory {
  const [draft, ...future] = history.future;
  if (draft === undefined) return history;
  return { past: [...history.past, history.draft], draft, future, step: null };
}

/**
 * A draft that came from elsewhere: a colleague's, or both brought together. It is no step of one's own, so it cannot be undone; one's own steps
 * still can, and each of them is carried over onto it, so that undoing neither takes a colleague's line away nor brings one back that they removed.
 */
export function receiveDraft(history: DraftHistory, received: Draft): DraftHistory {
  if (isSameDraft(history.draft, received)) return history;
  const carried = (state: Draft) => {
    const { conflicts, start } = mergeDrafts(history.draft, state, received);
    const theirs = Object.fromEntries([...conflicts.map(({ id }) => id), ...(start ? ["start"] : [])].map(asTheirs));
    return mergeDrafts(history.draft, state, received, theirs).draft;
  };
  const differs = (state: Draft, index: number, states: readonly Draft[]) =>
    !isSameDraft(state, states[index + 1] ?? received);
  const past = history.past.map(carried).filter(differs);
  const future = history.future.map(carried).toReversed().filter(differs).toReversed();
  return { past, draft: received, future, step: null };
}

function asTheirs(id: string): [string, "theirs"] {
  return [id, "theirs"];
}
