import type { Actor } from "@/lib/access/actor";
import { addDays, dateOf, dayIn } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { Conflict, NotFound } from "@/lib/errors";
import type { CheckInReport } from "@/lib/schemas/check-in";
import { answerOf } from "./answer";
import { storedCheckIn } from "./check-in-row";
import { ownPatientId } from "./own-patient";
import type { StoredCheckIn } from "./sessions";
import { oldestReportDays } from "./when";

/** How far triage looks back from the day of a report. */
export const lookBackDays = 30;

/**
 * The patient's check-ins that triage may look back on, oldest first, without those entered in error and without the one that is corrected now.
 * @throws {NotFound} when the check-in to correct is not there
 * @throws {Conflict} when it has been corrected already
 */
export async function loadEarlier(
  tx: Tx,
  actor: Actor,
  { corrects, reportedAt }: CheckInReport,
  now: Date,
): Promise<{ earlier: StoredCheckIn[]; corrected: StoredCheckIn | null }> {
  const from = addDays(dayIn(actor.clinic.timeZone, now), -(lookBackDays + oldestReportDays));
  const rows = await tx.checkIn.findMany({
    where: { clinicId: actor.clinicId, patientId: ownPatientId(actor), onDay: { gte: dateOf(from) } },
    orderBy: [{ onDay: "asc" }, { reportedAt: "asc" }, { id: "asc" }],
  });
  const inError = new Set(rows.flatMap(({ correctsId }) => correctsId ?? []));
  const wrong = corrects && rows.find(({ id }) => id === corrects.checkInId);
  if (corrects && !wrong) throw new NotFound("check-in");
  if (wrong && inError.has(wrong.id)) throw new Conflict("check-in", answerOf(wrong, true));
  const at = reportedAt === undefined ? now : new Date(reportedAt);
  const earlier = rows.filter((row) => !inError.has(row.id) && row.id !== wrong?.id && row.reportedAt <= at);
  return { earlier: earlier.map(storedCheckIn), corrected: wrong ? storedCheckIn(wrong) : null };
}
