import { type DayMarks, isOwed } from "./day-marks";

type Marked = { id: string; marks: DayMarks };
/** An exercise that is to be done, and for which session. */
export type NextUp<L> = { line: L; session: number; isLater: boolean };

/** The exercises that have that session today, in their order. */
export function linesOfSession<L extends Marked>(lines: readonly L[], session: number): L[] {
  return lines.filter(({ marks }) => marks.length >= session);
}

/**
 * What is next: of the earliest session that is not finished the first exercise without its mark; null once everything is marked. `isLater`: the
 * session before is complete and nobody has begun this one, so it is for some hours later.
 */
export function nextUp<L extends Marked>(lines: readonly L[]): NextUp<L> | null {
  const sessions = Math.max(0, ...lines.map(({ marks }) => marks.length));
  for (let session = 1; session <= sessions; session += 1) {
    const due = linesOfSession(lines, session);
    const line = due.find(({ marks }) => isOwed(marks[session - 1]));
    if (line) return { line, session, isLater: session > 1 && due.every(({ marks }) => isOwed(marks[session - 1])) };
  }
  return null;
}

/** Which exercise follows once this one has its mark of a session: one of the same session or of an earlier one; null: the list. */
export function nextAfter<L extends Marked>(lines: readonly L[], id: string, session: number): L | null {
  const marked = lines.map((line) =>
    line.id === id ? { ...line, marks: line.marks.map((mark, n) => (n === session - 1 ? "done" : mark)) } : line,
  );
  const next = nextUp(marked);
  return next && next.session <= session ? next.line : null;
}

/** The latest session that has its mark, from 1; null: none. */
export function lastMarkedSession(marks: DayMarks): number | null {
  const last = marks.findLastIndex((mark) => !isOwed(mark));
  return last === -1 ? null : last + 1;
}
