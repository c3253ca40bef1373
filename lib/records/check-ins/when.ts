import { daysBetween } from "@/lib/clinical/days";
import { addDays, dayIn, type Day } from "@/lib/dates";
import { Invalid } from "@/lib/errors";

/** A report that waited longer than this on a phone is no longer part of the record. */
export const oldestReportDays = 31;
/** Beyond it the phone's clock is wrong, not a little fast or slow. */
const clockOffMs = 5 * 60_000;

/** What a phone says of its clock: when the report was made, when it is sent, which day it is about. */
type Told = { onDay?: Day | undefined; reportedAt?: string | undefined; sentAt?: string | undefined };

/**
 * The instant at which a report was made, by the server's clock: what the phone's clock shows while it sends says by how much it is off. Never in
 * the future; what the phone does not say is now.
 */
export function instantOf({ reportedAt, sentAt }: Told, now: Date): { at: Date; isOff: boolean } {
  if (reportedAt === undefined) return { at: now, isOff: sentAt !== undefined && isFar(new Date(sentAt), now) };
  const off = sentAt === undefined ? 0 : now.getTime() - new Date(sentAt).getTime();
  const at = new Date(new Date(reportedAt).getTime() + off);
  const isAhead = at.getTime() > now.getTime();
  return { at: isAhead ? now : at, isOff: Math.abs(off) > clockOffMs || (isAhead && isFar(at, now)) };
}

/**
 * The day and the instant that a report is about. What the phone says of the day is read beside a clock that was wrong (`dayMeant`).
 * @param correctedDay the day of the check-in that it corrects
 * @throws {Invalid} on `onDay` or `reportedAt` too long ago
 */
export function readWhen(
  told: Told,
  correctedDay: Day | null,
  timeZone: string,
  now: Date,
): { onDay: Day; reportedAt: Date } {
  const { at } = instantOf(told, now);
  const today = dayIn(timeZone, now);
  const isOff = isClockOff(told, timeZone, now);
  const day = (isOff ? dayMeant(told, at, timeZone) : told.onDay) ?? correctedDay ?? dayIn(timeZone, at);
  const oldest = addDays(today, -oldestReportDays);
  const fields: Record<string, string> = {};
  if (dayIn(timeZone, at) < oldest) fields["reportedAt"] = "tooOld";
  if (day < oldest) fields["onDay"] = "tooOld";
  if (Object.keys(fields).length > 0) throw new Invalid(fields);
  return { onDay: day, reportedAt: at };
}

/** Whether the phone's clock was wrong, so that time and day are other than it says: by what it shows, or because its day has not come. */
export function isClockOff(told: Told, timeZone: string, now: Date): boolean {
  return instantOf(told, now).isOff || (told.onDay !== undefined && told.onDay > dayIn(timeZone, now));
}

/**
 * The day that a phone with a wrong clock names, where it can be the one that was asked about: the questions about yesterday name a day of the
 * server's. Otherwise as many days before the report as the phone itself says; undefined where that is none either.
 */
function dayMeant({ onDay, reportedAt }: Told, at: Date, timeZone: string): Day | undefined {
  if (onDay === undefined) return undefined;
  const madeOn = dayIn(timeZone, at);
  const off = reportedAt === undefined ? 0 : daysBetween(dayIn(timeZone, new Date(reportedAt)), madeOn);
  if (off === 0 && onDay <= madeOn) return onDay;
  return [onDay, addDays(onDay, off)].find((day) => day === madeOn || day === addDays(madeOn, -1));
}

function isFar(at: Date, now: Date): boolean {
  return Math.abs(at.getTime() - now.getTime()) > clockOffMs;
}
