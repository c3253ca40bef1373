import { changeDraft } from "@/lib/draft/change-draft";
import type { Draft, DraftChange, LineDosage } from "@/lib/draft/draft";
import { isSameDosage } from "@/lib/draft/same";
import { dosageSchema } from "@/lib/schemas/dosage";

/** The numbers that may be raised by the same step in several lines. */
export const raisable = ["durationMin", "sets", "reps"] as const;
export type RaisableKey = (typeof raisable)[number];

/** What is done to several lines; a key that is named in neither is left as it is. */
export type BulkEdit = { set: Partial<LineDosage>; raise: Partial<Record<RaisableKey, number>> };

/** The one change that does it: values are set where they apply, numbers are raised where the line has them and its range allows. */
export function bulkChange(draft: Draft, ids: readonly string[], { set, raise }: BulkEdit): DraftChange {
  const chosen = new Set(ids);
  const raised = draft.lines.flatMap(({ id, dosage }): DraftChange[] => {
    const more = chosen.has(id) ? raisedDosage(dosage, raise) : null;
    return more ? [{ kind: "dose", ids: [id], dosage: more }] : [];
  });
  const given: DraftChange[] = Object.keys(set).length === 0 ? [] : [{ kind: "dose", ids, dosage: set }];
  return { kind: "together", changes: [...given, ...raised] };
}

export type BulkRow = { id: string; before: LineDosage; after: LineDosage; isChanged: boolean };

/** What a change makes of the lines named, in the draft's order. */
export function bulkPreview(
  draft: Draft,
  ids: readonly string[],
  change: DraftChange,
): { next: Draft; rows: BulkRow[] } {
  const next = changeDraft(draft, change);
  const chosen = new Set(ids);
  const rows = next.lines.flatMap(({ id, dosage: after }): BulkRow[] => {
    const before = chosen.has(id) ? draft.lines.find((line) => line.id === id)?.dosage : undefined;
    return before ? [{ id, before, after, isChanged: !isSameDosage(before, after) }] : [];
  });
  return { next, rows };
}

function raisedDosage(dosage: LineDosage, raise: BulkEdit["raise"]): Partial<LineDosage> | null {
  const more = raisable.flatMap((key) => {
    const [value, by] = [dosage[key], raise[key]];
    if (value === null || by === undefined) return [];
    const read = dosageSchema.shape[key].safeParse(value + by);
    return read.success ? [[key, read.data] as const] : [];
  });
  return more.length === 0 ? null : Object.fromEntries(more);
}
