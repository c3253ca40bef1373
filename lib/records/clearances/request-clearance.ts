import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dateOf, dayIn } from "@/lib/dates";
import { databaseCode, inClinic, type Tx } from "@/lib/db/in-clinic";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { RequestClearanceInput } from "@/lib/schemas/clearance";
import { openStates } from "./moves";

/** What a new request belongs to. */
type Asked = { episodeId: string; patientId: string; question: string | null };
type Standing = { id: string; state: string; version: number; untilDay: Date | null; requestedAt: Date };

/**
 * Asks for a clearance of the patient's open episode, or asks again for one that was returned.
 * @returns the clearance's id
 * @throws {NotFound} of a patient who is not theirs, {Invalid} of an unknown subject, {Refused} without an open episode
 * @throws {Conflict} where a request or a grant of the subject stands already
 */
export async function requestClearance(
  actor: Actor,
  { patientId, subjectId, question }: RequestClearanceInput,
  now: Date = new Date(),
): Promise<{ clearanceId: string }> {
  requirePermission(actor, "clearance.request");
  try {
    return await inClinic(actor, async (tx) => {
      const episodeId = await openEpisodeOf(tx, actor, patientId);
      const { clinicId } = actor;
      const subject = await tx.clearanceSubject.findUnique({ where: { clinicId_id: { clinicId, id: subjectId } } });
      if (!subject) throw new Invalid({ subjectId: "chooseOne" });
      const [clearanceId] = await requestClearances(
        tx,
        actor,
        { episodeId, patientId, subjectIds: [subjectId], question },
        now,
      );
      if (clearanceId !== undefined) return { clearanceId };
      const [standing] = await standingOf(tx, actor, episodeId, [subjectId]);
      throw new Conflict("clearance", standing && { clearanceId: standing.id, state: standing.state });
    });
  } catch (error) {
    if (databaseCode(error) === "P2002") throw new Conflict("clearance", { state: "requested" });
    throw error;
  }
}

/**
 * Acts, and says so where somebody asked for the same, or granted it, in that moment.
 * @throws {Conflict} then
 */
export async function orAskedMeanwhile<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (databaseCode(error) === "P2002") throw new Conflict("clearance", null);
    throw error;
  }
}

/**
 * Asks for several subjects of one episode inside the caller's transaction, which has checked that the actor may act for the patient. What
 * is asked for or granted already is left as it is; what was returned is asked again; what has run out is closed and asked anew.
 * @returns the ids of the clearances that now wait
 */
export async function requestClearances(
  tx: Tx,
  actor: Actor,
  { subjectIds, ...asked }: Asked & { subjectIds: readonly string[] },
  now: Date = new Date(),
): Promise<string[]> {
  const wanted = new Set(subjectIds);
  const today = dateOf(dayIn(actor.clinic.timeZone, now));
  const ids: string[] = [];
  for (const standing of await standingOf(tx, actor, asked.episodeId, [...wanted])) {
    if (standing.state === "returned") ids.push(await askAgain(tx, actor, standing, asked.question, now));
    else if (hasRunOut(standing, today)) await close(tx, actor, standing);
    if (standing.state === "returned" || !hasRunOut(standing, today)) wanted.delete(standing.subjectId);
  }
  if (wanted.size > 0) {
    const created = await tx.clearance.createManyAndReturn({
      data: [...wanted].map((subjectId) => ({
        clinicId: actor.clinicId,
        subjectId,
        ...asked,
        requestedById: actor.userId,
        requestedAt: now,
      })),
      select: { id: true },
    });
    ids.push(...created.map(({ id }) => id));
  }
  for (const id of ids) {
    await recordAct(tx, actor, "clearance.request", { kind: "clearance", id, patientId: asked.patientId });
  }
  return ids;
}

/**
 * The open episode of a patient of the actor's care team.
 * @throws {NotFound} of a patient who is not theirs, {Refused} without an open episode
 */
export async function openEpisodeOf(tx: Tx, actor: Actor, patientId: string): Promise<string> {
  const patient = await tx.patient.findFirst({
    where: {
      clinicId: actor.clinicId,
      id: patientId,
      careTeam: { some: { userId: actor.userId, leftAt: null } },
    },
    select: { episodes: { where: { endedAt: null }, select: { id: true } } },
  });
  if (!patient) throw new NotFound("patient");
  const [episode] = patient.episodes;
  if (!episode) throw new Refused("noOpenEpisode");
  return episode.id;
}

function standingOf(
  tx: Tx,
  actor: Actor,
  episodeId: string,
  subjectIds: string[],
): Promise<(Standing & { subjectId: string })[]> {
  return tx.clearance.findMany({
    where: { clinicId: actor.clinicId, episodeId, subjectId: { in: subjectIds }, state: { in: [...openStates] } },
    select: { id: true, subjectId: true, state: true, version: true, untilDay: true, requestedAt: true },
  });
}

function hasRunOut({ state, untilDay }: Standing, today: Date): boolean {
  return (state === "granted" || state === "limited") && untilDay !== null && untilDay < today;
}

async function askAgain(
  tx: Tx,
  actor: Actor,
  { id, version }: Standing,
  question: string | null,
  now: Date,
): Promise<string> {
  const { count } = await tx.clearance.updateMany({
    where: { clinicId: actor.clinicId, id, version },
    data: {
      state: "requested",
      question,
      requestedById: actor.userId,
      requestedAt: now,
      decidedAt: null,
      version: version + 1,
    },
  });
  if (count === 0) throw new Conflict("clearance", { clearanceId: id, state: "requested" });
  return id;
}

async function close(tx: Tx, actor: Actor, { id, version }: Standing): Promise<void> {
  const { count } = await tx.clearance.updateMany({
    where: { clinicId: actor.clinicId, id, version },
    data: { state: "expired", version: version + 1 },
  });
  if (count === 0) throw new Conflict("clearance", { clearanceId: id, state: "expired" });
}
