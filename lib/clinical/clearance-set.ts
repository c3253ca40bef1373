import { addDays, daysBetween, type Day } from "./days";
import type { Basis, ClearanceKey, ClearanceState } from "./facts";

/** When a subject typically begins in one protocol of the episode. `on` is null where only an individual decision can say. */
export type TypicalStart = { on: Day | null; isAvoided: boolean; basis: Basis; sources: readonly string[] };

/** An activity or clearance key that the reader decides on. */
export type SetSubject = {
  id: string;
  opensKeys: readonly ClearanceKey[];
  /** One for each protocol of the episode that names it. */
  typical: readonly TypicalStart[];
  /** Of its newest clearance; null when it was never asked for. */
  state: ClearanceState | null;
};

/** What limits a grant on a day, by the protocol's lifting ladder (kg, from a day on; null: individual) and its phases (minutes of sitting). */
export type UsualLimits = {
  anchor: Day;
  ladder: readonly { dayStart: number; limitKg: number | null }[];
  sitting: readonly { dayStart: number; sitMaxMin: number | null }[];
};

export type SetLine = {
  subjectId: string;
  start: TypicalStart & { on: Day };
  fromDay: Day;
  maxKg: number | null;
  maxMinutes: number | null;
  /** The next step of the ladder; null without one. */
  reviewOn: Day | null;
  /** The typical day is still to come. */
  isEarly: boolean;
  /** It carries a limit by its nature: without one it is not usual. */
  needsLimit: boolean;
  /** Chosen from the beginning: neither early, nor said no to before, nor without the limit that it needs. */
  isUsual: boolean;
};

/** Days that a week has beside its first: "week 12" ends on day 90, as "12 wk 6 d" is still said. */
const restOfWeek = 6;

/** Where one sits for long; the phases limit for how long. */
const sitting: ReadonlySet<string> = new Set([
  "desk-work",
  "car-passenger",
  "driving",
  "air-travel-short",
  "air-travel-long",
  "school-work-full",
]);

/** These are settled one by one: they are live, wait for an answer, or came under review. */
const settledElsewhere: readonly (ClearanceState | null)[] = ["granted", "limited", "under-review", "returned"];

/**
 * What typically begins by the end of a week, with its usual limits. Never what the content avoids or leaves to an individual decision; with
 * several protocols the latest day counts.
 * @param week whole weeks since the anchor
 */
export function usualSet(
  subjects: readonly SetSubject[],
  limits: UsualLimits,
  { week, today }: { week: number; today: Day },
): SetLine[] {
  const last = addDays(limits.anchor, 7 * week + restOfWeek);
  return subjects
    .flatMap((subject): SetLine[] => {
      const start = latestStart(subject.typical);
      if (start === null || start.on > last || settledElsewhere.includes(subject.state)) return [];
      return [lineOf(subject, start, limits, today)];
    })
    .toSorted(
      (one, other) => one.start.on.localeCompare(other.start.on) || one.subjectId.localeCompare(other.subjectId),
    );
}

function latestStart(typical: readonly TypicalStart[]): SetLine["start"] | null {
  let latest: SetLine["start"] | null = null;
  for (const start of typical) {
    if (start.isAvoided || start.on === null) return null;
    if (latest === null || start.on > latest.on) latest = { ...start, on: start.on };
  }
  return latest;
}

function lineOf(
  { id, opensKeys, state }: SetSubject,
  start: SetLine["start"],
  limits: UsualLimits,
  today: Day,
): SetLine {
  const isEarly = start.on > today;
  const fromDay = isEarly ? start.on : today;
  const day = daysBetween(limits.anchor, fromDay);
  const lifts = opensKeys.includes("LIFT_LIMIT_UPDATE");
  const maxKg = lifts ? (stepOn(limits.ladder, day)?.limitKg ?? null) : null;
  const maxMinutes = sitting.has(id) ? (stepOn(limits.sitting, day)?.sitMaxMin ?? null) : null;
  const next = lifts ? limits.ladder.find(({ dayStart }) => dayStart > day) : undefined;
  const wasRefused = state === "denied" || state === "revoked";
  return {
    subjectId: id,
    start,
    fromDay,
    maxKg,
    maxMinutes,
    reviewOn: next === undefined ? null : addDays(limits.anchor, next.dayStart),
    isEarly,
    needsLimit: lifts && maxKg === null,
    isUsual: !isEarly && !wasRefused && !(lifts && maxKg === null),
  };
}

/** The step that holds the day; none before the first. */
function stepOn<Step extends { dayStart: number }>(steps: readonly Step[], day: number): Step | undefined {
  return steps.findLast(({ dayStart }) => dayStart <= day);
}
