import { differingKeys } from "@/lib/draft/compare-lines";
import type { OwnChange } from "./own-changes";

type Told = { at: string; changes: OwnChange[] };

/**
 * A revision tells the whole way since its patient last read one. Read one after the other, each says only what is new: against what the one before
 * it said, and what was stopped once is not stopped again.
 * @param revisions oldest first
 * @param moves instants (ISO) at which another phase began, whose list is another one
 */
export function sayOnce<T extends Told>(revisions: readonly T[], moves: readonly string[]): T[] {
  let known = new Map<string, OwnChange>();
  let since = "";
  return revisions.map((revision) => {
    if (moves.some((at) => at > since && at <= revision.at)) known = new Map();
    since = revision.at;
    const changes = revision.changes.flatMap((told) => newIn(told, known));
    return { ...revision, changes };
  });
}

function newIn(told: OwnChange, known: Map<string, OwnChange>): OwnChange[] {
  const { change, name } = told;
  const { exercise } = change.kind === "stopped" ? change.before : change.after;
  const last = known.get(exercise)?.change;
  known.set(exercise, told);
  if (change.kind === "stopped") return last?.kind === "stopped" ? [] : [told];
  if (last === undefined || last.kind === "stopped") return [told];
  const before = { ...change.after, dosage: last.after.dosage, noteToPatient: last.after.noteToPatient };
  return differingKeys(before, change.after).length === 0
    ? []
    : [{ name, change: { kind: "changed", before, after: change.after } }];
}
