import type { Draft, DraftChange } from "./draft";

/**
 * One place up or down inside the phase, for several lines as one block that closes up around its first line.
 * @returns null where there is no line to pass
 */
export function nudged(draft: Draft, ids: readonly string[], by: -1 | 1): DraftChange | null {
  const moving = new Set(ids);
  const phase = draft.lines.find(({ id }) => moving.has(id))?.phase;
  if (phase === undefined) return null;
  const lines = draft.lines.filter((line) => line.phase === phase);
  const places = lines.flatMap(({ id }, place) => (moving.has(id) ? [place] : []));
  const inPhase = lines.flatMap(({ id }) => (moving.has(id) ? [id] : []));
  const edge = by === -1 ? Math.min(...places) - 1 : Math.max(...places) + 1;
  const passed = lines[edge];
  if (!passed) return null;
  const before = by === -1 ? passed.id : (lines[edge + 1]?.id ?? null);
  return { kind: "place", ids: inPhase, phase, before };
}

/** The line in front of which something is put that comes right behind `id`; null: at the end of its phase. */
export function lineAfter(draft: Draft, id: string): string | null {
  const place = draft.lines.findIndex((line) => line.id === id);
  const [line, next] = [draft.lines[place], draft.lines[place + 1]];
  return line && next && next.phase === line.phase ? next.id : null;
}
