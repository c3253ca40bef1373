import type { DraftLine } from "@/lib/schemas/program";

/** A draft as it is edited: the phase in which a first revision begins, and the lines, by phase and inside a phase in their own order. */
export type Draft = { startPhase: number; lines: DraftLine[] };

export type LineDosage = DraftLine["dosage"];

/**
 * One act of the person who edits. `before` is the line in front of which lines are put (null: at the end of the phase); every id that an act
 * brings in is made by the caller, so that the same act gives the same draft.
 */
export type DraftChange =
  | { kind: "add"; lines: readonly DraftLine[]; before: string | null }
  | { kind: "remove"; ids: readonly string[] }
  | { kind: "place"; ids: readonly string[]; phase: number; before: string | null }
  | { kind: "edit"; id: string; line: Partial<Omit<DraftLine, "id">> }
  | { kind: "dose"; ids: readonly string[]; dosage: Partial<LineDosage> }
  | { kind: "start"; phase: number }
  | { kind: "take"; draft: Draft }
  /** Several acts that are one step: they are done, and undone, together. */
  | { kind: "together"; changes: readonly DraftChange[] };
