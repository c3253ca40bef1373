import { isForDay } from "@/lib/clinical/weekdays";
import { addDays, type Day } from "@/lib/dates";

/** What was done of a day's list; the same words as the cells on screen. */
export type DayState = "all" | "part" | "missed" | "rest" | "held";

/**
 * A signed line of the current phase; it counts from `opensOn`, and only where the clearances that it needs are live. With `weekdays`, 1 (Monday)
 * to 7, it is due on those days alone.
 */
export type PrescribedLine = {
  exercise: string;
  opensOn: Day;
  perWeek: number | null;
  weekdays?: readonly number[] | null;
};
/** `share`: the part of the day's sessions that was done, over 0 to 1. */
export type DoneMark = { exercise: string; on: Day; share: number };
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
 * before it is over. A line that names its days owes those; the others of fewer days a week owe only so many, a day the share of its lines. An
 * exercise of several times a day is done by the part of them that was.
 * Days on hold owe nothing.
 */
export function weekDone(
  lines: readonly PrescribedLine[],
  done: readonly DoneMark[],
  holds: readonly HeldDays[],
  today: Day,
): WeekDone {
  const last = lastDayCounted(done, today);
  const week = Array.from({ length: 7 }, (_, index) => addDays(last, index - 6));
  const shareOf = (exercise: string, day: Day) =>
    done.find((mark) => mark.exercise === exercise && mark.on === day)?.share ?? 0;
  const isHeld = (day: Day) => holds.some(({ from, until }) => from <= day && (until === null || day <= until));
  let idle = 0;
  const days = week.map((day): DayState => {
    const open = lines.filter(({ opensOn }) => opensOn <= day);
    const [fixed, free] = [open.filter(hasDays), open.filter((line) => !hasDays(line))];
    const due = fixed.filter(({ weekdays }) => isForDay(weekdays, day));
    const doneOf = (of: readonly PrescribedLine[]) => sum(of.map(({ exercise }) => shareOf(exercise, day)));
    const isActive = doneOf(open) > 0;
    idle = isActive || free.length === 0 || isHeld(day) ? 0 : idle + 1;
    if (isActive) return doneOf(due) >= due.length && doneOf(free) >= owedADay(free) ? "all" : "part";
    if (isHeld(day)) return "held";
    return due.length > 0 || idle > restDays(free) ? "missed" : "rest";
  });
  let owed = 0;
  let met = 0;
  for (const line of lines) {
    const open = week.filter((day) => line.opensOn <= day && !isHeld(day));
    const due = open.filter((day) => isForDay(line.weekdays, day));
    const share = hasDays(line) ? due.length : (open.length * daysAWeek(line)) / 7;
    owed += share;
    met += Math.min(share, sum((hasDays(line) ? due : week).map((day) => shareOf(line.exercise, day))));
  }
  return { days, percent: owed === 0 ? null : Math.round((100 * met) / owed) };
}

/** The seventh of the seven days: today once something is done today, else yesterday. */
export function lastDayCounted(done: readonly DoneMark[], today: Day): Day {
  return done.some(({ on }) => on === today) ? today : addDays(today, -1);
}

function hasDays({ weekdays }: PrescribedLine): boolean {
  return weekdays != null;
}

function daysAWeek({ perWeek }: PrescribedLine): number {
  return Math.min(perWeek ?? 7, 7);
}

/** What lines without days of their own owe on a day, by their share of the week. */
function owedADay(lines: readonly PrescribedLine[]): number {
  return Math.floor(sum(lines.map(daysAWeek)) / 7);
}

/** Days in a row without work that a list leaves free: none with a daily line, two with three days a week. */
function restDays(lines: readonly PrescribedLine[]): number {
  return lines.length === 0 ? 7 : Math.ceil(7 / Math.max(...lines.map(daysAWeek))) - 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
