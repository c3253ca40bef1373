import type { DraftLine } from "@/lib/schemas/program";
import { byPhase } from "./change-draft";
import type { Draft } from "./draft";
import { mergeLine, type LineField, type MergeSide } from "./merge-line";
import { isSameLine } from "./same";

/** A line that two people changed differently; null: not in that draft. */
export type LineConflict = {
  id: string;
  base: DraftLine | null;
  mine: DraftLine | null;
  theirs: DraftLine | null;
  /** What differs; `line` alone where one removed what the other changed. */
  fields: LineField[];
};
export type StartConflict = { base: number; mine: number; theirs: number };
/** What somebody chose, by line id; `start` for the phase in which the program begins. */
export type MergeChoices = Readonly<Record<string, MergeSide>>;

export type DraftMerge = {
  draft: Draft;
  /** What nobody has chosen yet; the draft holds mine there, and a line that only one removed. */
  conflicts: LineConflict[];
  start: StartConflict | null;
};

/**
 * Brings two drafts together that were changed from the same one, line by line and value by value. What only one changed is taken; additions of
 * both stay; a line that one removed and the other left alone is removed, one that the other changed is a conflict. The other's order is kept and
 * a line of mine stands behind its neighbour, unless only mine was put in another order.
 * @param base what both were made from
 */
export function mergeDrafts(base: Draft, mine: Draft, theirs: Draft, choices: MergeChoices = {}): DraftMerge {
  const [inBase, inMine, inTheirs] = [byId(base.lines), byId(mine.lines), byId(theirs.lines)];
  const conflicts: LineConflict[] = [];
  const merged = new Map<string, DraftLine>();
  for (const id of new Set([...inTheirs.keys(), ...inMine.keys()])) {
    const states = { base: inBase.get(id), mine: inMine.get(id), theirs: inTheirs.get(id) };
    const { line, fields } = mergedLine(states, choices[id]);
    if (line) merged.set(id, line);
    if (fields.length > 0 && choices[id] === undefined)
      conflicts.push({
        id,
        base: states.base ?? null,
        mine: states.mine ?? null,
        theirs: states.theirs ?? null,
        fields,
      });
  }
  const ids = mergedOrder(base, mine, theirs);
  const lines = ids.flatMap((id) => merged.get(id) ?? []);
  const { phase, isConflict } = mergedStart(base.startPhase, mine.startPhase, theirs.startPhase, choices["start"]);
  const start = { base: base.startPhase, mine: mine.startPhase, theirs: theirs.startPhase };
  return { draft: { startPhase: phase, lines: byPhase(lines) }, conflicts, start: isConflict ? start : null };
}

type States = { base: DraftLine | undefined; mine: DraftLine | undefined; theirs: DraftLine | undefined };

function mergedLine(
  { base, mine, theirs }: States,
  choice: MergeSide | undefined,
): { line: DraftLine | undefined; fields: LineField[] } {
  if (mine && theirs) {
    const { line, conflicts } = mergeLine(base ?? null, mine, theirs, choice);
    return { line, fields: conflicts };
  }
  const left = mine ?? theirs;
  if (!base || !left) return { line: left, fields: [] };
  if (isSameLine(base, left)) return { line: undefined, fields: [] };
  return { line: choice === undefined || (choice === "mine") === (left === mine) ? left : undefined, fields: ["line"] };
}

function mergedStart(
  base: number,
  mine: number,
  theirs: number,
  choice: MergeSide | undefined,
): { phase: number; isConflict: boolean } {
  if (mine === theirs || theirs === base) return { phase: mine, isConflict: false };
  if (mine === base) return { phase: theirs, isConflict: false };
  return { phase: choice === "theirs" ? theirs : mine, isConflict: choice === undefined };
}

/** The ids of both, in the order of the one that counts; those of the other behind the neighbour that they had there. */
function mergedOrder(base: Draft, mine: Draft, theirs: Draft): string[] {
  const isMineOnly = isReordered(base, mine) && !isReordered(base, theirs);
  const [first, second] = isMineOnly ? [mine, theirs] : [theirs, mine];
  const ids = first.lines.map(({ id }) => id);
  const taken = new Set(ids);
  let neighbour: DraftLine | undefined;
  for (const line of second.lines) {
    if (!taken.has(line.id)) {
      const isBehind = neighbour?.phase === line.phase;
      const firstOfPhase = first.lines.find(({ phase }) => phase >= line.phase);
      const start = firstOfPhase === undefined ? ids.length : ids.indexOf(firstOfPhase.id);
      ids.splice(isBehind && neighbour ? ids.indexOf(neighbour.id) + 1 : start, 0, line.id);
      taken.add(line.id);
    }
    neighbour = line;
  }
  return ids;
}

/** Whether the lines that were there before stand in another order or in other phases. */
function isReordered(base: Draft, changed: Draft): boolean {
  const before = byId(base.lines);
  const after = byId(changed.lines);
  const kept = base.lines.filter(({ id }) => after.has(id));
  const now = changed.lines.filter(({ id }) => before.has(id));
  return kept.some((line, index) => line.id !== now[index]?.id || line.phase !== after.get(line.id)?.phase);
}

function byId(lines: readonly DraftLine[]): Map<string, DraftLine> {
  return new Map(lines.map((line) => [line.id, line]));
}
