import type { DraftLine } from "@/lib/schemas/program";
import { compareLines, type LineKey } from "./compare-lines";

/** A state of a program's lines of one exercise, oldest first; `number` null: the template version. */
export type LineState = { number: number | null; lines: readonly DraftLine[] };
/** What became of a line in one revision; the first one came with the template, or was added. */
export type LineStep = { number: number; before: DraftLine | null; after: DraftLine; keys: LineKey[] };

/**
 * How a line came to be, from the revision that first had it to the state it is in: only steps that changed something, and the first.
 * @param states the template first, then the revisions in order; the last one holds the line
 */
export function lineHistory(lineId: string, states: readonly LineState[]): LineStep[] {
  const steps: LineStep[] = [];
  let line = states.at(-1)?.lines.find(({ id }) => id === lineId);
  for (let at = states.length - 1; at >= 0 && line; at -= 1) {
    const state = states[at];
    if (!state || state.number === null) break;
    const after: DraftLine = line;
    const change = compareLines(states[at - 1]?.lines ?? [], state.lines).find(
      (candidate) => candidate.kind !== "removed" && candidate.after === after,
    );
    const before = change?.kind === "both" ? change.before : undefined;
    const keys = change?.kind === "both" ? change.keys : [];
    const isFirst = before === undefined || states[at - 1]?.number === null;
    if (isFirst || keys.length > 0) steps.unshift({ number: state.number, before: before ?? null, after, keys });
    line = before;
  }
  return steps;
}

/** The number of the revision in which the reason that stands on a line was written, as its history says; null: nobody has signed the line. */
export function reasonWrittenIn(steps: readonly LineStep[]): number | null {
  return (steps.findLast(({ keys }) => keys.includes("overrideReason")) ?? steps.at(0))?.number ?? null;
}
