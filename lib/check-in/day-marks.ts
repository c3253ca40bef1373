import type { Outcome } from "@/lib/schemas/outcomes";

/** The latest mark of each session of a day, in order; null: none yet. Never empty. */
export type DayMarks = readonly (Outcome | null)[];

/**
 * The marks of a day, one place for each time that is prescribed: what an earlier revision asked for beyond that is no longer owed.
 * @param stored by the number of the session, from 1
 * @param perDay times a day; none prescribed is once
 */
export function marksOfDay(stored: Readonly<Record<string, Outcome>>, perDay: number | null | undefined): DayMarks {
  return Array.from({ length: Math.max(1, perDay ?? 1) }, (_, index) => stored[index + 1] ?? null);
}

/** Whether a session needs its mark still; one that was taken back does again. */
export function isOwed(mark: Outcome | null | undefined): boolean {
  return mark == null || mark === "not-done";
}

/** The session that is on, from 1: the first without its mark, else the last. */
export function sessionOn(marks: DayMarks): number {
  const owed = marks.findIndex(isOwed);
  return owed === -1 ? marks.length : owed + 1;
}
