import { addDays, type Day } from "@/lib/dates";

/** What was done of a day's list; the same words as the cells on screen. */
export type DayState = "all" | "part" | "missed" | "rest" | "held";

/** A signed line of the current phase; it counts from `opensOn`, and only where the clearances that it needs are live. */
export type PrescribedLine = { exercise: string; opensOn: Day; perWeek: number | null };
export type DoneMark = { exercise: string; on: Day };
/** Both days inclusive; null: still open. */
export type HeldDays = { from: Day; until: Day | null };

export type WeekDone = {
  /** Seven days, oldest first. */
  days: DayState[];
  /** Done of what was prescribed, 0–100; null where nothing was. */
  percent: number | null;
};

/**
 * Seven days of adherence: up to today when something is done today already, otherwise up to yesterday, so that a day is never called missed
 * before it is over. Lines of fewer days a week owe only those, a day the share of its lines; days on hold owe nothing.
 */
export function weekDone(
  lines: readonly PrescribedLine[],
  done: readonly DoneMark[],
  holds: readonly HeldDays[],
  today: Day,
): WeekDone {
  const last = lastDayCounted(done, today);
  const week = Array.from({ length: 7 }, (_, index) => addDays(last, index - 6));
  const isDone = (exercise: string, day: Day) => done.some((mark) => mark.exercise === exercise && mark.on === day);
  const isHeld = (day: Day) => holds.some(({ from, until }) => from <= day && (until === null || day <= until));
  let idle = 0;
  const days = week.map((day): DayState => {
    const open = lines.filter(({ opensOn }) => opensOn <= day);
    const owed = Math.max(1, Math.floor(open.reduce((sum, { perWeek }) => sum + Math.min(perWeek ?? 7, 7) / 7, 0)));
    const count = open.filter(({ exercise }) => isDone(exercise, day)).length;
    idle = count > 0 || open.length === 0 || isHeld(day) ? 0 : idle + 1;
    if (count > 0) return count >= owed ? "all" : "part";
    if (isHeld(day)) return "held";
    return idle > restDays(open) ? "missed" : "rest";
  });
  let owed = 0;
  let met = 0;
  for (const { exercise, opensOn, perWeek } of lines) {
    const open = week.filter((day) => opensOn <= day && !isHeld(day));
    const share = (open.length * Math.min(perWeek ?? 7, 7)) / 7;
    owed += share;
    met += Math.min(share, week.filter((day) => isDone(exercise, day)).length);
  }
  return { days, percent: owed === 0 ? null : Math.round((100 * met) / owed) };
}

/** The seventh of the seven days: today once something is done today, else yesterday. */
export function lastDayCounted(done: readonly DoneMark[], today: Day): Day {
  return done.some(({ on }) => on === today) ? today : addDays(today, -1);
}

/** Days in a row without work that a list leaves free: none with a daily line, two with three days a week. */
function restDays(lines: readonly PrescribedLine[]): number {
  if (lines.length === 0) return 7;
  const busiest = Math.max(...lines.map(({ perWeek }) => Math.min(perWeek ?? 7, 7)));
  return Math.ceil(7 / busiest) - 1;
}
