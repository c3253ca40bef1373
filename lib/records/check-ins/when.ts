import { addDays, dayIn, type Day } from "@/lib/dates";
import { Invalid } from "@/lib/errors";
import type { CheckInReport } from "@/lib/schemas/check-in";

/** A phone that was offline longer than this asks its person again. */
export const oldestReportDays = 31;
/** Clocks of phones run ahead. */
const clockAheadMs = 5 * 60_000;

/**
 * The day and the instant that a report is about; what the phone does not say is now.
 * @param correctedDay the day of the check-in that it corrects
 * @throws {Invalid} on `onDay` or `reportedAt` in the future, or too long ago
 */
export function readWhen(
  { onDay, reportedAt }: Pick<CheckInReport, "onDay" | "reportedAt">,
  correctedDay: Day | null,
  timeZone: string,
  now: Date,
): { onDay: Day; reportedAt: Date } {
  const at = reportedAt === undefined ? now : new Date(reportedAt);
  const day = onDay ?? correctedDay ?? dayIn(timeZone, at);
  const today = dayIn(timeZone, now);
  const fields: Record<string, string> = {};
  if (at.getTime() > now.getTime() + clockAheadMs) fields["reportedAt"] = "inTheFuture";
  else if (dayIn(timeZone, at) < addDays(today, -oldestReportDays)) fields["reportedAt"] = "tooOld";
  if (day > today) fields["onDay"] = "inTheFuture";
  else if (day < addDays(today, -oldestReportDays)) fields["onDay"] = "tooOld";
  if (Object.keys(fields).length > 0) throw new Invalid(fields);
  return { onDay: day, reportedAt: at };
}
