import { addDays, type Day } from "./days";
import type { Stage } from "./triage-content";

/** A check-in, as far as the questions afterwards ask for it. */
export type ToldStage = {
  /** The day that it is about. */
  onDay: Day;
  stage: Stage;
  /** The instant in ms since 1970, and the calendar day on which it was told. */
  at: number;
  toldOn: Day;
  /** Hours of more pain, where it says them. */
  hours: number | null;
};

/** What is asked some hours after a session: nothing, not before `at` (ms since 1970), or now. `onDay` is the session's day. */
export type FollowUp = { state: "none" } | { state: "later"; at: number; onDay: Day } | { state: "due"; onDay: Day };

const hourMs = 3_600_000;

/**
 * When the questions some hours after a session are asked (`checkInFlow`): `fewHours` + 1 hours after it, and the next morning for the day before
 * where nobody was asked yet, or the pain was still higher in the evening. What was said of a quiet evening is final.
 * @param told of yesterday and today, in any order
 * @param fewHours the clinic's number: up to so many hours more pain is as expected
 */
export function followUpDue(told: readonly ToldStage[], now: { at: number; today: Day }, fewHours: number): FollowUp {
  const yesterday = ofSession(told, addDays(now.today, -1), now, fewHours);
  return yesterday.state === "none" ? ofSession(told, now.today, now, fewHours) : yesterday;
}

function ofSession(told: readonly ToldStage[], day: Day, now: { at: number; today: Day }, fewHours: number): FollowUp {
  const ofDay = told.filter(({ onDay }) => onDay === day);
  const end = Math.max(...ofDay.filter(({ stage }) => stage === "after").map(({ at }) => at));
  if (end === -Infinity) return { state: "none" };
  const answered = ofDay.filter(({ stage, at }) => stage === "follow-up" && at >= end);
  const isFinal = answered.some(({ toldOn, hours }) => toldOn > day || hours === 0);
  if (isFinal || (answered.length > 0 && day === now.today)) return { state: "none" };
  const dueAt = end + (fewHours + 1) * hourMs;
  return now.at >= dueAt ? { state: "due", onDay: day } : { state: "later", at: dueAt, onDay: day };
}
