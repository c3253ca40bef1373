import { useReducer } from "react";
import type { Text } from "@/lib/clinical/facts";
import type { FigureRecord } from "@/lib/figure/record";

/** What is edited: the record, and what the picture shows in words. */
export type Edited = { record: FigureRecord; alt: Text };

type History = { past: readonly Edited[]; now: Edited; future: readonly Edited[]; field: string | null };
type Step = { do: "edit"; field: string; next: Edited } | { do: "undo" } | { do: "redo" };

/** So many steps can be taken back. */
const most = 200;

export type Edits = {
  now: Edited;
  canUndo: boolean;
  canRedo: boolean;
  /** `field`: what is changed; its changes in a row are one step. */
  edit: (field: string, next: Edited) => void;
  undo: () => void;
  redo: () => void;
};

/** Edits that can be taken back and done again, as long as the page is open. */
export function useEdits(first: Edited): Edits {
  const [{ past, now, future }, go] = useReducer(taken, { past: [], now: first, future: [], field: null });
  return {
    now,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    edit: (field, next) => go({ do: "edit", field, next }),
    undo: () => go({ do: "undo" }),
    redo: () => go({ do: "redo" }),
  };
}

function taken({ past, now, future, field }: History, step: Step): History {
  if (step.do === "edit") {
    const isSame = step.field === field && past.length > 0;
    return { past: isSame ? past : [...past.slice(-most), now], now: step.next, future: [], field: step.field };
  }
  const [from, to] = step.do === "undo" ? [past, future] : [future, past];
  const last = from[from.length - 1];
  if (!last) return { past, now, future, field: null };
  const [left, more] = [from.slice(0, -1), [...to, now]];
  return step.do === "undo"
    ? { past: left, now: last, future: more, field: null }
    : { past: more, now: last, future: left, field: null };
}
