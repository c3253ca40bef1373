import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors";
import type { CheckInReport } from "@/lib/schemas/check-in";
import type { ExerciseMark } from "@/lib/schemas/exercise-log";

/**
 * Why a report is no part of the record: no episode is open, the exercise was not open on the day, the day lies too far back, it answers what was
 * not asked, or it corrects a check-in that is not in the record, was corrected already, or lies more than a day back.
 */
export const whysAside = ["no-open-episode", "not-open", "too-old", "not-asked", "not-correctable"] as const;
export type WhyAside = (typeof whysAside)[number];

/** Within it the person is still there, and is told what to mend. */
const freshMs = 10 * 60_000;

/**
 * Why a refused report is kept instead: what came late can no longer be mended by whoever made it. Null where the refusal stands.
 * @param at when it was made, by the server's clock
 */
export function whyAside(error: unknown, report: CheckInReport | ExerciseMark, at: Date, now: Date): WhyAside | null {
  if (error instanceof NotFound) {
    if (error.what === "episode") return "no-open-episode";
    if (error.what === "check-in") return "not-correctable";
    return error.what === "exercise" ? "not-open" : null;
  }
  if (error instanceof Conflict) return error.what === "correction" ? "not-correctable" : null;
  if (error instanceof Refused) return error.reason === "tooLateToCorrect" ? "not-correctable" : null;
  if (!(error instanceof Invalid)) return null;
  const problems = Object.entries(error.fields);
  if (problems.some(([, problem]) => problem === "tooOld")) return "too-old";
  const isLate = now.getTime() - at.getTime() > freshMs;
  return isLate && problems.every(([field]) => field.startsWith("answers.")) && "stage" in report ? "not-asked" : null;
}
