import { addDays, daysBetween, type Day } from "../days";
import type { ClinicalSettings } from "../settings";
import type { Occasion } from "./task";

/** A signed line of the current phase, from the day on which it is open. */
export type ScheduledLine = { opensOn: Day; perWeek: number };
/** Days, both inclusive, on which a stop forbids everything; null: still. */
export type StoppedDays = { from: Day; until: Day | null };

export type Schedule = {
  /** The first day of the program. */
  start: Day;
  lines: readonly ScheduledLine[];
  stopped: readonly StoppedDays[];
};

/**
 * The scheduled sessions since the last check-in that passed without one, when there are `missedSessions` of them. The clock starts with the
 * program; a day counts once it is over, at the pace of the busiest open line, and not while a stop forbids everything.
 */
export function silence(
  { start, lines, stopped }: Schedule,
  lastCheckIn: Day | null,
  today: Day,
  { missedSessions }: ClinicalSettings,
): Occasion | null {
  const isStopped = (day: Day) => stopped.some(({ from, until }) => from <= day && (until === null || day <= until));
  if (isStopped(today)) return null;
  const from = lastCheckIn === null || lastCheckIn < start ? start : addDays(lastCheckIn, 1);
  const days = Array.from({ length: Math.max(0, daysBetween(from, today)) }, (_, index) => addDays(from, index));
  const sessionDays = days
    .filter((day) => !isStopped(day))
    .reduce((sum, day) => sum + Math.min(7, busiest(lines, day)), 0);
  const missed = Math.floor(sessionDays / 7);
  return missed >= missedSessions.value ? { from, count: missed, grounds: "missed" } : null;
}

/** Days a week of the line that is done most often. */
function busiest(lines: readonly ScheduledLine[], day: Day): number {
  return lines.reduce((most, { opensOn, perWeek }) => (opensOn <= day ? Math.max(most, perWeek) : most), 0);
}
