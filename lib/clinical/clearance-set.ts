import { addDays, daysBetween, type Day } from "./days";
import type { ClearanceKey, ClearanceState } from "./facts";
import { usualFrom, type TypicalStart } from "./typical-start";

/** An activity or clearance key that the reader decides on. */
export type SetSubject = {
  id: string;
  opensKeys: readonly ClearanceKey[];
  /** Null where no protocol of the episode names it. */
  typical: TypicalStart | null;
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
 * What typically begins by the end of a week, with its usual limits. Never what the content avoids or leaves to an individual decision.
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
      const { typical, state } = subject;
      const on = usualFrom(typical);
      if (typical === null || on === null || on > last || settledElsewhere.includes(state)) return [];
      return [lineOf(subject, { ...typical, on }, limits, today)];
    })
    .toSorted(
      (one, other) => one.start.on.localeCompare(other.start.on) || one.subjectId.localeCompare(other.subjectId),
    );
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
