import type { DraftLine } from "@/lib/schemas/program";
import { doseLine } from "./dose-line";
import type { Draft, DraftChange } from "./draft";
import { areSameLines, isSameDraft } from "./same";

/**
 * The draft after one act. Lines stand by phase, inside a phase in their own order; ids that are not there change nothing, ids that are there
 * already are not added again.
 * @returns the same object where nothing changes
 */
export function changeDraft(draft: Draft, change: DraftChange): Draft {
  switch (change.kind) {
    case "add":
      return withLines(draft, added(draft.lines, change.lines, change.before));
    case "remove":
      return withLines(draft, without(draft.lines, new Set(change.ids)));
    case "place":
      return withLines(draft, placed(draft.lines, new Set(change.ids), change.phase, change.before));
    case "edit":
      return withLines(draft, edited(draft.lines, change.id, change.line));
    case "dose": {
      const ids = new Set(change.ids);
      const isOneOfSeveral = ids.size > 1;
      const dosed = draft.lines.map((line) =>
        ids.has(line.id) ? doseLine(line, change.dosage, isOneOfSeveral) : line,
      );
      return withLines(draft, dosed);
    }
    case "start":
      return change.phase === draft.startPhase ? draft : { ...draft, startPhase: change.phase };
    case "take":
      return isSameDraft(draft, change.draft) ? draft : { ...change.draft, lines: byPhase(change.draft.lines) };
    case "together":
      return change.changes.reduce(changeDraft, draft);
  }
}

/** Lines by phase, inside a phase in their own order. */
export function byPhase(lines: readonly DraftLine[]): DraftLine[] {
  return lines.toSorted((a, b) => a.phase - b.phase);
}

function withLines(draft: Draft, lines: DraftLine[]): Draft {
  return areSameLines(draft.lines, lines) ? draft : { ...draft, lines };
}

function added(lines: readonly DraftLine[], more: readonly DraftLine[], before: string | null): DraftLine[] {
  const ids = new Set(lines.map(({ id }) => id));
  const fresh = more.filter(({ id }) => !ids.has(id) && ids.add(id));
  return fresh.reduce((all, line) => inserted(all, [line], before), [...lines]);
}

function without(lines: readonly DraftLine[], ids: ReadonlySet<string>): DraftLine[] {
  return lines.filter(({ id }) => !ids.has(id));
}

/** The lines that move keep their order; where the line in front of which they are put moves too, the next one that stays counts. */
function placed(
  lines: readonly DraftLine[],
  ids: ReadonlySet<string>,
  phase: number,
  before: string | null,
): DraftLine[] {
  const moving = lines.filter(({ id }) => ids.has(id)).map((line) => ({ ...line, phase }));
  const target = lines.findIndex(({ id }) => id === before);
  const anchor = target < 0 ? undefined : lines.slice(target).find(({ id }) => !ids.has(id));
  return inserted(without(lines, ids), moving, anchor?.id ?? null);
}

function edited(lines: readonly DraftLine[], id: string, change: Partial<Omit<DraftLine, "id">>): DraftLine[] {
  const { phase, dosage, ...rest } = change;
  const changed = lines.map((line) => {
    if (line.id !== id) return line;
    const next = { ...line, ...rest };
    return dosage === undefined ? next : doseLine({ ...next, dosage }, dosage);
  });
  const moves = phase !== undefined && lines.some((line) => line.id === id && line.phase !== phase);
  return moves ? placed(changed, new Set([id]), phase, null) : changed;
}

/** In front of a line of the same phase, else at the end of the phase. */
function inserted(lines: readonly DraftLine[], more: readonly DraftLine[], before: string | null): DraftLine[] {
  const phase = more[0]?.phase ?? 0;
  const target = lines.findIndex((line) => line.id === before && line.phase === phase);
  if (target < 0) return byPhase([...lines, ...more]);
  return [...lines.slice(0, target), ...more, ...lines.slice(target)];
}
