import { addDays, daysBetween, type Day } from "../days";
import type { ClinicalSettings } from "../settings";
import type { Answers, TriageContent, TriageContext, TriageLevel, TrendRule } from "../triage-content";
import { holds, inputsIn } from "./language";

/** An earlier check-in of another session; the stages of one session are one entry. */
export type RecentCheckIn = { on: Day; answers: Answers; level?: TriageLevel | null | undefined };

/** This check-in and those before it, newest last; `on` is absent when the day is not told. */
export type CheckInHistory = {
  answers: Answers;
  context: TriageContext;
  on?: Day | undefined;
  recent: readonly RecentCheckIn[];
};

/** A trend rule that a check-in can fire; one with a null level makes a task, never a level, and is left to the daily reviews. */
export type FiredTrend = TrendRule & { level: TriageLevel };

/** Rules whose repetition makes `two-reduce-in-row`. */
const reduceRules: ReadonlySet<string> = new Set(["prolonged-pain", "amber-pain"]);

const trends: Readonly<
  Record<string, (history: CheckInHistory, content: TriageContent, settings: ClinicalSettings) => boolean>
> = {
  "two-reduce-in-row": hasTwoReduceInRow,
  "baseline-drift": hasDrifted,
  "fbss-worsening": isWorseThanFirstWeek,
};

/** The trend rules that this check-in fires. Of `fbss-worsening` it sees the pain scores; the questionnaires are the daily review's. */
export function firedTrends(history: CheckInHistory, content: TriageContent, settings: ClinicalSettings): FiredTrend[] {
  return content.trendRules.filter(
    (rule): rule is FiredTrend => rule.level !== null && trends[rule.id]?.(history, content, settings) === true,
  );
}

/** What trends read of earlier sessions: pain at their beginning, and what the rules read whose repetition counts. */
export function trendInputs({ rules }: TriageContent): ReadonlySet<string> {
  return new Set([
    "nprsBefore",
    ...rules.filter(({ id }) => reduceRules.has(id)).flatMap(({ condition }) => inputsIn(condition)),
  ]);
}

function hasTwoReduceInRow({ answers, context, recent }: CheckInHistory, { rules }: TriageContent): boolean {
  const before = recent.at(-1);
  const conditions = rules.filter(({ id }) => reduceRules.has(id)).map(({ condition }) => condition);
  const hasReduced = (given: Answers) => conditions.some((condition) => holds(condition, given, context));
  return before !== undefined && hasReduced(answers) && hasReduced(before.answers);
}

function hasDrifted(history: CheckInHistory, _content: TriageContent, settings: ClinicalSettings): boolean {
  const { value: length } = settings.trendWindowDays;
  return possibleDays(history).some((today) => {
    const scores = scoresOf(history, today);
    const week = meanOf(scores, addDays(today, 1 - length), today, settings);
    const weekBefore = meanOf(scores, addDays(today, 1 - 2 * length), addDays(today, -length), settings);
    return hasRisen(week, weekBefore, settings);
  });
}

/** The baseline is the first week of the check-ins that are told, once it does not overlap the last one. */
function isWorseThanFirstWeek(history: CheckInHistory, _content: TriageContent, settings: ClinicalSettings): boolean {
  if (history.context.pathway !== "FBSS") return false;
  const { value: length } = settings.trendWindowDays;
  return possibleDays(history).some((today) => {
    const scores = scoresOf(history, today);
    const first = scores.reduce((earliest, { on }) => (on < earliest ? on : earliest), today);
    if (daysBetween(first, today) < 2 * length - 1) return false;
    const week = meanOf(scores, addDays(today, 1 - length), today, settings);
    return hasRisen(week, meanOf(scores, first, addDays(first, length - 1), settings), settings);
  });
}

/** Without a told day this check-in is of the newest day in `recent` or of the next: a drift by either counts. */
function possibleDays({ on, recent }: CheckInHistory): Day[] {
  if (on !== undefined) return [on];
  return recent.slice(-1).flatMap((newest) => [newest.on, addDays(newest.on, 1)]);
}

type Score = { on: Day; nprs: number };

function scoresOf({ answers, recent }: CheckInHistory, today: Day): Score[] {
  return [...recent, { on: today, answers }].flatMap(({ on, answers: { nprsBefore } }) =>
    typeof nprsBefore === "number" ? [{ on, nprs: nprsBefore }] : [],
  );
}

function meanOf(scores: readonly Score[], from: Day, to: Day, { trendCheckIns }: ClinicalSettings): number | null {
  const inside = scores.filter(({ on }) => from <= on && on <= to);
  if (inside.length < trendCheckIns.value) return null;
  return inside.reduce((sum, { nprs }) => sum + nprs, 0) / inside.length;
}

function hasRisen(now: number | null, before: number | null, { trendRisePoints }: ClinicalSettings): boolean {
  return now !== null && before !== null && now - before >= trendRisePoints.value - 1e-9;
}
