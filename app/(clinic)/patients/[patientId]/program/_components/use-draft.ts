import { useEffect, useReducer, useState } from "react";
import type { DraftLine } from "@/lib/schemas/program";
import { draftConflictSchema, type StandingDraft } from "@/lib/schemas/program";
import { saveDraftAction } from "../actions";

export type Draft = { startPhase: number; lines: DraftLine[] };
export type DraftChange =
  | { kind: "add"; line: DraftLine }
  | { kind: "remove"; id: string }
  | { kind: "move"; id: string; by: -1 | 1 }
  | { kind: "change"; id: string; line: Partial<DraftLine> }
  | { kind: "start"; phase: number }
  | { kind: "take"; draft: Draft };

export type SaveState =
  | { at: "saved" | "saving" | "failed" | "gone" }
  | { at: "invalid"; fields: Record<string, string> }
  | { at: "conflict"; standing: StandingDraft };

const pauseMs = 600;

/**
 * The draft on screen. Every change is saved by itself after a short pause, against the version that was read; a failed save is tried again and
 * nothing is lost on screen. A conflict stops the saving until somebody has chosen.
 */
export function useDraft(programId: string, first: Draft & { version: number }) {
  const [draft, change] = useReducer(changed, { startPhase: first.startPhase, lines: first.lines });
  const [state, setState] = useState<SaveState>({ at: "saved" });
  const [version, setVersion] = useState(first.version);
  const [saved, setSaved] = useState(draft);

  useEffect(() => {
    if (draft === saved || state.at === "conflict" || state.at === "saving" || state.at === "gone") return;
    const timer = setTimeout(
      () => {
        setState({ at: "saving" });
        saveDraftAction({ programId, version, ...draft }).then(
          (result) => {
            if (result.status === "done") {
              setSaved(draft);
              setVersion(result.value.version);
              setState({ at: "saved" });
            } else if (result.status === "conflict") {
              const standing = draftConflictSchema.safeParse(result.current);
              setState(standing.success ? { at: "conflict", standing: standing.data } : { at: "gone" });
            } else if (result.status === "invalid") {
              setSaved(draft);
              setState({ at: "invalid", fields: result.fields });
            } else setState({ at: "gone" });
          },
          () => setState({ at: "failed" }),
        );
      },
      state.at === "failed" ? 4000 : pauseMs,
    );
    return () => clearTimeout(timer);
  }, [draft, saved, state, version, programId]);

  return {
    draft,
    change,
    state,
    version,
    isSaved: draft === saved && state.at === "saved",
    /** Ends a conflict: mine is saved over theirs, or theirs is taken. */
    settle: (standing: StandingDraft, keeps: "mine" | "theirs") => {
      setVersion(standing.version);
      if (keeps === "theirs") {
        const theirs = { startPhase: standing.startPhase, lines: standing.lines };
        setSaved(theirs);
        change({ kind: "take", draft: theirs });
      }
      setState({ at: "saved" });
    },
  };
}

function changed(draft: Draft, change: DraftChange): Draft {
  switch (change.kind) {
    case "take":
      return change.draft;
    case "start":
      return { ...draft, startPhase: change.phase };
    case "add":
      return { ...draft, lines: byPhase([...draft.lines, change.line]) };
    case "remove":
      return { ...draft, lines: draft.lines.filter(({ id }) => id !== change.id) };
    case "change":
      return {
        ...draft,
        lines: byPhase(draft.lines.map((line) => (line.id === change.id ? { ...line, ...change.line } : line))),
      };
    case "move":
      return { ...draft, lines: swapped(draft.lines, change.id, change.by) };
  }
}

/** Lines stand by phase; inside a phase in their own order. */
function byPhase(lines: DraftLine[]): DraftLine[] {
  return lines.toSorted((a, b) => a.phase - b.phase);
}

function swapped(lines: DraftLine[], id: string, by: -1 | 1): DraftLine[] {
  const from = lines.findIndex((line) => line.id === id);
  const [line, other] = [lines[from], lines[from + by]];
  if (!line || !other || line.phase !== other.phase) return lines;
  return lines.with(from, other).with(from + by, line);
}
