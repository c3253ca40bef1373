import { byDay } from "@/lib/check-in/by-day";
import { marksOfDay, sessionOn } from "@/lib/check-in/day-marks";
import { judgeWhatFits } from "@/lib/check-in/judge";
import { ownResult } from "@/lib/check-in/own-result";
import { toldAt } from "@/lib/check-in/told-at";
import type { CheckInResult, TodayHold } from "@/lib/check-in/result";
import type { StoredCheckIn } from "@/lib/check-in/sessions";
import { daysBetween } from "@/lib/clinical/days";
import type { ToldStage } from "@/lib/clinical/follow-up";
import { dayIn, type Day } from "@/lib/dates";
import type { Outcome } from "@/lib/schemas/outcomes";
import type { Today, TodayLine } from "@/lib/records/today/load-today";
import type { OfflinePlan, PlannedLine } from "@/lib/schemas/offline-plan";
import { clockOf, serverTime } from "./clock";
import type { WaitingCheckIn, WaitingMark, WaitingReport } from "./waiting";

/** The day as it stands on this phone, the answers to the check-ins that wait on it, oldest first, and what time it is by the server's clock. */
export type OfflineDay = { today: Today; results: CheckInResult[]; now: Date };

/**
 * The day from the plan and from what waits: the exercises of the day by the same rules as with network, with the marks and check-ins of the queue.
 * A check-in that waits is judged here; the stop that it brings stands from now on, though nobody knows of it yet.
 * Day and times are the server's, as far as the plan tells them: a phone whose clock is wrong still knows what was said and done today.
 * @param phone what the phone's clock shows
 */
export function offlineDay(plan: OfflinePlan, waiting: readonly WaitingReport[], phone: Date): OfflineDay {
  const now = serverTime(clockOf(plan), phone);
  const day = dayIn(plan.clinic.timeZone, now);
  const isPlansDay = day === plan.today.day;
  const ofDay = (report: WaitingReport) => dayOfReport(report, plan) === day;
  const results = judgeWaiting(plan, waiting.filter(isCheckIn));
  const hold = results.at(-1)?.hold ?? plan.today.hold;
  const marks = waiting.filter(isMark).filter(ofDay);
  const lines = plan.lines
    .filter((line) => line.shownThrough >= day && staysUnder(hold, line))
    .map((line) => lineOf(line, isPlansDay, marks));
  const corrected = new Set(waiting.filter(isCheckIn).map(({ body }) => body.corrects?.checkInId));
  const { startOn, daysSince, countsFrom, phase, checkIns } = plan.today;
  return {
    today: {
      day,
      startOn,
      daysSince: daysSince + daysBetween(plan.today.day, day),
      countsFrom,
      phase,
      ...byDay(lines, day),
      hold,
      told: [...plan.today.told, ...toldHere(plan, waiting.filter(isCheckIn))],
      fewHours: plan.today.fewHours,
      checkIns: [
        ...(isPlansDay ? checkIns.filter(({ id }) => !corrected.has(id)) : []),
        ...results
          .filter(({ onDay }) => onDay === day)
          .map(({ checkInId, stage, level, reportedAt }) => ({ id: checkInId, stage, level, reportedAt })),
      ],
      // What only the server tells.
      missedDays: 0,
      waiting: [],
      changes: null,
      newPhase: null,
      newLimit: null,
    },
    results,
    now,
  };
}

/** What the queue told after a session. */
function toldHere(plan: OfflinePlan, waiting: readonly WaitingCheckIn[]): ToldStage[] {
  return waiting.map((report) => {
    const { hoursIncreased: hours } = report.body.answers;
    return {
      onDay: dayOfReport(report, plan),
      stage: report.body.stage,
      ...toldAt(plan.clinic.timeZone, instantOf(report, plan)),
      hours: typeof hours === "number" ? hours : null,
    };
  });
}

/** The answers to the check-ins that wait, each beside what was said before it. What no longer fits the plan is left to the server. */
function judgeWaiting(plan: OfflinePlan, waiting: readonly WaitingCheckIn[]): CheckInResult[] {
  const { judging, about, clinic } = plan;
  const results: CheckInResult[] = [];
  let earlier: StoredCheckIn[] = judging.earlier;
  let { hold }: { hold: TodayHold | null } = plan.today;
  for (const report of waiting) {
    const { stage, answers, corrects, idempotencyKey: key } = report.body;
    const onDay = dayOfReport(report, plan);
    const before = earlier.filter(({ id }) => id !== corrects?.checkInId);
    const past = before.filter((one) => one.onDay <= onDay);
    const judged = judgedOrNull({ stage, answers, episode: judging.episode, earlier: past, onDay }, plan);
    if (!judged) continue;
    const known = { ...about, crisisPhone: clinic.crisisPhone, hold };
    const result = ownResult({ key, stage, onDay, madeAt: instantOf(report, plan), judged }, known, judging.content);
    const told = report.takenAt === undefined ? result : asSent(result);
    hold = told.hold;
    earlier = [...before, { id: key, onDay, stage, answers: judged.answers, level: result.level }];
    results.push(told);
  }
  return results;
}

/** The care team has it, though this phone has not heard what came of it. */
function asSent({ isUnsent: _, hold, ...result }: CheckInResult): CheckInResult {
  if (hold?.isUnsent !== true) return { ...result, hold };
  const { isUnsent: __, ...stop } = hold;
  return { ...result, hold: stop };
}

function judgedOrNull(report: Parameters<typeof judgeWhatFits>[0], { judging }: OfflinePlan) {
  try {
    return judgeWhatFits(report, judging.content, judging.settings);
  } catch {
    return null;
  }
}

function lineOf(line: PlannedLine, isPlansDay: boolean, waiting: readonly WaitingMark[]): TodayLine {
  const { id, texts, figure, dosage, noteToPatient } = line;
  const stored: Record<string, Outcome> = {};
  for (const [index, mark] of line.marks.entries()) if (isPlansDay && mark !== null) stored[index + 1] = mark;
  for (const { body } of waiting) if (body.lineId === id) stored[body.session] = body.outcome;
  const marks = marksOfDay(stored, dosage.perDay);
  return { id, texts, figure, dosage, noteToPatient, marks, mark: marks[sessionOn(marks) - 1] ?? null };
}

/** Under a stop nothing stays but the easy ones, where the stop allows them. */
function staysUnder(hold: TodayHold | null, { isEasy }: PlannedLine): boolean {
  return hold === null || (hold.easyActivityAllowed && isEasy);
}

function dayOfReport(report: WaitingReport, plan: OfflinePlan): Day {
  return report.body.onDay ?? dayIn(plan.clinic.timeZone, new Date(instantOf(report, plan)));
}

/** When it was made, by the server's clock. */
function instantOf({ serverAt, madeAt }: WaitingReport, plan: OfflinePlan): string {
  return serverAt ?? serverTime(clockOf(plan), new Date(madeAt)).toISOString();
}

function isCheckIn(report: WaitingReport): report is WaitingCheckIn {
  return report.kind === "check-in";
}

function isMark(report: WaitingReport): report is WaitingMark {
  return report.kind === "mark";
}
