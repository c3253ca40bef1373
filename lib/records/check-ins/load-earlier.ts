import type { Actor } from "@/lib/access/actor";
import { isInTimeToCorrect } from "@/lib/clinical/correction";
import type { ClinicalSettings } from "@/lib/clinical/settings";
import { addDays, dateOf, dayIn, dayOf, type Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import type { CheckInReport } from "@/lib/schemas/check-in";
import { answerOf } from "./answer";
import { storedCheckIn } from "./check-in-row";
import type { OwnEpisode } from "./own-episode";
import type { StoredCheckIn } from "@/lib/check-in/sessions";
import { instantOf, oldestReportDays } from "./when";

/** How far triage looks back from the day of a report. */
export const lookBackDays = 30;

/** Of an episode, what says which check-ins count. */
type Triaged = Pick<OwnEpisode, "id" | "patientId" | "protocolId" | "pathwayStart">;
type Days = { from: Day; to: Day };

/**
 * The patient's check-ins that triage may look back on, oldest first: those before this one, without those entered in error. A correction stands
 * in the place of the one that it corrects, so that the stages of a session stay together. In the persistent pain pathway the first week of
 * check-ins, however old, is among them: it is what pain is compared with.
 * @throws {NotFound} when the check-in to correct is not there
 * @throws {Conflict} on `correction` when it has been corrected already
 * @throws {Refused} `tooLateToCorrect` more than 24 hours after it
 */
export async function loadEarlier(
  tx: Tx,
  actor: Actor,
  episode: Triaged,
  { corrects, ...told }: Pick<CheckInReport, "corrects" | "reportedAt" | "sentAt">,
  { trendWindowDays }: ClinicalSettings,
  now: Date,
): Promise<{ earlierThan: (onDay: Day) => StoredCheckIn[]; corrected: StoredCheckIn | null }> {
  const from = addDays(dayIn(actor.clinic.timeZone, now), -(lookBackDays + oldestReportDays));
  const baseline = episode.protocolId === "fbss" ? await firstDays(tx, actor, episode, trendWindowDays.value) : null;
  const days = [{ onDay: { gte: dateOf(from) } }];
  const first = baseline ? [{ onDay: { gte: dateOf(baseline.from), lte: dateOf(baseline.to) } }] : [];
  const rows = await tx.checkIn.findMany({
    where: { clinicId: actor.clinicId, patientId: episode.patientId, OR: [...days, ...first] },
    orderBy: [{ onDay: "asc" }, { reportedAt: "asc" }, { id: "asc" }],
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const inError = new Set(rows.flatMap(({ correctsId }) => correctsId ?? []));
  const wrong =
    corrects && (byId.get(corrects.checkInId) ?? rows.find((row) => row.idempotencyKey === corrects.checkInId));
  if (corrects && !wrong) throw new NotFound("check-in");
  if (wrong && inError.has(wrong.id)) throw new Conflict("correction", answerOf(wrong, true));
  const at = instantOf(told, now).at.getTime();
  if (wrong && !isInTimeToCorrect(wrong.reportedAt.getTime(), at)) throw new Refused("tooLateToCorrect");
  const placeOf = (row: (typeof rows)[number]): number => {
    const original = row.correctsId === null ? undefined : byId.get(row.correctsId);
    return original ? placeOf(original) : row.reportedAt.getTime();
  };
  const before = wrong ? Math.min(placeOf(wrong) - 1, at) : at;
  const earlier = rows
    .filter((row) => !inError.has(row.id) && row.id !== wrong?.id && placeOf(row) <= before)
    .toSorted((a, b) => a.onDay.getTime() - b.onDay.getTime() || placeOf(a) - placeOf(b))
    .map(storedCheckIn);
  const isBaseline = (day: Day) => baseline !== null && baseline.from <= day && day <= baseline.to;
  return {
    earlierThan: (onDay) => {
      const oldest = addDays(onDay, -lookBackDays);
      return earlier.filter((row) => row.onDay <= onDay && (row.onDay >= oldest || isBaseline(row.onDay)));
    },
    corrected: wrong ? storedCheckIn(wrong) : null,
  };
}

/** The first window of days with a pain score since the pathway's start; null before the first one. */
async function firstDays(
  tx: Tx,
  { clinicId }: Actor,
  { id: episodeId, patientId, pathwayStart }: Triaged,
  length: number,
): Promise<Days | null> {
  const start = pathwayStart === null ? {} : { onDay: { gte: dateOf(pathwayStart) } };
  const first = await tx.checkIn.findFirst({
    where: { clinicId, patientId, episodeId, nprsBefore: { not: null }, correctedBy: { none: {} }, ...start },
    orderBy: { onDay: "asc" },
    select: { onDay: true },
  });
  return first && { from: dayOf(first.onDay), to: addDays(dayOf(first.onDay), length - 1) };
}
