import { changeDraft } from "@/lib/draft/change-draft";
import type { Draft, DraftChange } from "@/lib/draft/draft";
import type { BuilderPhase } from "@/lib/records/programs/load-program";
import { copiedLines, type CopiedLine } from "./copy-phase";

/** A line of another program, in the phase in which it stood there. */
export type ClonedFrom = CopiedLine & { phase: number; isRetired: boolean };

export type Cloned = {
  /** One step: what goes and what comes. */
  change: DraftChange;
  next: Draft;
  added: string[];
  /** Codes, by why they do not come: there already, in a phase that this protocol lacks, no longer in the library. */
  skipped: { there: string[]; noPhase: string[]; retired: string[] };
};

/** What a draft becomes with the lines of another program: beside its own, or in their place. */
export function cloned(
  from: readonly ClonedFrom[],
  draft: Draft,
  phases: readonly Pick<BuilderPhase, "n" | "lines">[],
  how: "add" | "replace",
  newId: (phase: number, exercise: string) => string,
): Cloned {
  const kept: Draft = how === "replace" ? { ...draft, lines: [] } : draft;
  const usable = from.filter(({ isRetired }) => !isRetired);
  const parts = phases.map((phase) =>
    copiedLines(
      usable.filter((line) => line.phase === phase.n),
      kept,
      phase,
      newId,
    ),
  );
  const lines = parts.flatMap((part) => part.lines);
  const gone = how === "replace" ? draft.lines.map(({ id }) => id) : [];
  const change: DraftChange = {
    kind: "together",
    changes: [
      { kind: "remove", ids: gone },
      { kind: "add", lines, before: null },
    ],
  };
  const inPhases = new Set(phases.map(({ n }) => n));
  return {
    change,
    next: changeDraft(draft, change),
    added: lines.map(({ id }) => id),
    skipped: {
      there: parts.flatMap((part) => part.skipped),
      noPhase: usable.flatMap(({ phase, exercise }) => (inPhases.has(phase) ? [] : [exercise])),
      retired: from.flatMap(({ exercise, isRetired }) => (isRetired ? [exercise] : [])),
    },
  };
}
