import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { CheckInAnswer } from "@/lib/check-in/result";
import { inClinic } from "@/lib/db/in-clinic";
import { oneAtATime } from "@/lib/records/check-ins/one-at-a-time";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { reportCheckIn } from "@/lib/records/check-ins/report-check-in";
import { instantOf, isClockOff } from "@/lib/records/check-ins/when";
import { type MarkedExercise, markExercise } from "@/lib/records/exercise-log/mark-exercise";
import type { CheckInReport } from "@/lib/schemas/check-in";
import type { ExerciseMark } from "@/lib/schemas/exercise-log";
import type { KeptAside } from "./kept-aside";
import { setAside, standingAside } from "./set-aside";
import { whyAside, type WhyAside } from "./why-aside";

/** What became of a report: it is part of the record, or it is kept aside for the team to read. `isClockCorrected`: the phone's clock was wrong. */
export type Taken<T> = ({ isKept: false; answer: T } | { isKept: true; answer: KeptAside }) & {
  isClockCorrected: boolean;
};

/**
 * Takes a check-in, however late: what the record refuses for a reason that its person can no longer mend is kept aside.
 * @throws as `reportCheckIn` for everything else
 */
export async function takeCheckIn(
  actor: Actor,
  report: CheckInReport,
  now: Date = new Date(),
): Promise<Taken<CheckInAnswer>> {
  return take(actor, report, reportCheckIn, now);
}

/**
 * Takes the mark of an exercise, however late, like `takeCheckIn`.
 * @throws as `markExercise` for everything else
 */
export async function takeMark(
  actor: Actor,
  report: ExerciseMark,
  now: Date = new Date(),
): Promise<Taken<MarkedExercise>> {
  return take(actor, report, markExercise, now);
}

function take<Report extends CheckInReport | ExerciseMark, T>(
  actor: Actor,
  report: Report,
  write: (actor: Actor, report: Report, now: Date) => Promise<T>,
  now: Date,
): Promise<Taken<T>> {
  requirePermission(actor, "own.report");
  const isClockCorrected = isClockOff(report, actor.clinic.timeZone, now);
  const keep = async (why: WhyAside): Promise<Taken<T>> => ({
    isKept: true,
    isClockCorrected,
    answer: await setAside(actor, report, why, now),
  });
  return oneAtATime(`reports ${actor.clinicId} ${ownPatientId(actor)}`, async () => {
    const { kept, isOfEndedEpisode } = await inClinic(actor, (tx) => standingAside(tx, actor, report, now));
    if (kept) return { isKept: true, answer: kept, isClockCorrected };
    if (isOfEndedEpisode) return keep("no-open-episode");
    try {
      return { isKept: false, answer: await write(actor, report, now), isClockCorrected };
    } catch (error) {
      const why = whyAside(error, report, instantOf(report, now).at, now);
      if (why === null) throw error;
      return keep(why);
    }
  });
}
