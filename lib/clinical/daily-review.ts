import { addDays, type Day } from "./days";
import type { ProcedureType, Text } from "./facts";
import { unverified, type Source } from "./finding";
import type { ClinicalSettings } from "./settings";
import type { TrendRule } from "./triage-content";
import { lackOfBenefit, type Score } from "./daily-review/benefit";
import { silence, type Schedule } from "./daily-review/silence";
import {
  readOccasion,
  taskCause,
  taskWords,
  writtenOccasion,
  type Occasion,
  type ReviewRule,
  type TaskOwner,
} from "./daily-review/task";

/** What the record knows of a person whom a day's review looks at. */
export type ReviewedPerson = {
  procedureType: ProcedureType;
  /** Of the latest procedure. */
  procedureOn: Day;
  /** The first day of the persistent pain pathway; null: the person is not in it. */
  pathwayStart: Day | null;
  /** The day on which the episode was recorded: who came late is judged once there are check-ins to judge by. */
  knownSince: Day;
  /** Of the running program; null: none runs. */
  schedule: Schedule | null;
  lastCheckIn: Day | null;
  /** Of all sessions, without those entered in error. */
  scores: readonly Score[];
  /** Tasks of earlier reviews, answered or not. */
  raised: readonly { cause: string; occasion: string | null; isOpen: boolean }[];
};

/** Something that a clinician must look at; it never holds a program and never changes a dose. */
export type ReviewTask = {
  rule: ReviewRule;
  owner: TaskOwner;
  cause: string;
  occasion: string;
  because: Text;
  source: Source;
};

/**
 * What somebody of the care team must look at after this day's review: silence, the checkpoints of the persistent pain pathway, an injection
 * without benefit. What was raised before for the same occasion is not raised again, answered or not.
 * @param today the clinic's local date
 */
export function dailyReview(
  person: ReviewedPerson,
  today: Day,
  trendRules: readonly Pick<TrendRule, "id" | "sources" | "basis">[],
  settings: ClinicalSettings,
): ReviewTask[] {
  return [
    ...silenceTasks(person, today, settings),
    ...pathwayTasks(person, today, settings),
    ...injectionTasks(person, today, settings),
  ].flatMap(({ rule, owner, occasion }) => {
    const cause = taskCause(rule, owner);
    if (wasRaised(person, cause, occasion)) return [];
    const because = taskWords(rule, owner, occasion);
    return [{ rule, owner, cause, occasion: writtenOccasion(occasion), because, source: sourceOf(rule, trendRules) }];
  });
}

type Due = { rule: ReviewRule; owner: TaskOwner; occasion: Occasion };

function silenceTasks({ schedule, lastCheckIn }: ReviewedPerson, today: Day, settings: ClinicalSettings): Due[] {
  const occasion = schedule && silence(schedule, lastCheckIn, today, settings);
  return occasion ? [{ rule: "no-checkin", owner: "therapist", occasion }] : [];
}

function pathwayTasks(person: ReviewedPerson, today: Day, settings: ClinicalSettings): Due[] {
  const { pathwayStart, raised } = person;
  if (pathwayStart === null) return [];
  const rule = "fbss-reevaluation";
  const scores = person.scores.filter(({ on }) => on >= pathwayStart);
  const isTherapistsOpen = raised.some(({ cause, isOpen }) => isOpen && cause === taskCause(rule, "therapist"));
  const weeks = [
    ["therapist", settings.fbssTherapistWeek.value],
    ["surgeon", settings.fbssSurgeonWeek.value],
  ] as const;
  return weeks.flatMap(([owner, week]): Due[] => {
    const dueOn = checkpoint(person, pathwayStart, week * 7, settings);
    if (today < dueOn) return [];
    const lack = lackOfBenefit(scores, null, dueOn, settings);
    const grounds = lack ?? (owner === "surgeon" && isTherapistsOpen ? "unresolved" : null);
    return grounds === null ? [] : [{ rule, owner, occasion: { from: pathwayStart, count: week, grounds } }];
  });
}

function injectionTasks(person: ReviewedPerson, today: Day, settings: ClinicalSettings): Due[] {
  const { procedureType, procedureOn, scores } = person;
  const { value: count } = settings.injectionReviewDay;
  if (procedureType !== "injection") return [];
  const dueOn = checkpoint(person, procedureOn, count, settings);
  const grounds = today < dueOn ? null : lackOfBenefit(scores, procedureOn, dueOn, settings);
  if (grounds === null) return [];
  const occasion = { from: procedureOn, count, grounds };
  return (["therapist", "surgeon"] as const).map((owner) => ({ rule: "injection-no-benefit", owner, occasion }));
}

/** The day on which a checkpoint is judged; whoever was recorded later has two windows of days to report first. */
function checkpoint({ knownSince }: ReviewedPerson, anchor: Day, days: number, { trendWindowDays }: ClinicalSettings) {
  const planned = addDays(anchor, days);
  return knownSince <= planned ? planned : addDays(knownSince, 2 * trendWindowDays.value - 1);
}

function wasRaised({ raised }: ReviewedPerson, cause: string, { from }: Occasion): boolean {
  return raised.some((task) => task.cause === cause && readOccasion(task.occasion ?? "")?.from === from);
}

function sourceOf(rule: ReviewRule, trendRules: readonly Pick<TrendRule, "id" | "sources" | "basis">[]): Source {
  const facts = trendRules.find(({ id }) => id === rule);
  return facts?.basis === "sourced" ? [...facts.sources] : [...(facts?.sources ?? []), unverified];
}
