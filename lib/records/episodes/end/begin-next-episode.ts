import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { confirmIdentity } from "@/lib/access/sign-in";
import { dayIn } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { Conflict, Invalid, NotFound, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { startProgram } from "@/lib/records/programs/start-program";
import type { NextEpisodeInput } from "@/lib/schemas/episode-end";
import { openEpisode } from "../open-episode";
import { lockEpisode } from "../own-episode";
import { standingOrders } from "../standing-orders";
import { recordWithTeam } from "../record-with-team";
import { closeEpisode } from "./close-episode";

/**
 * Opens an episode for a patient whom the clinic knows, with a draft program; an open one ends in the same act, superseded and signed.
 * @throws {Invalid} on `ending.password`, `ending.summarySha256`, and as `openEpisode`
 * @throws {NotFound} where the patient is not theirs
 * @throws {Conflict} where an episode was opened or ended since the page was read
 * @throws {Refused} `deceased`
 */
export async function beginNextEpisode(
  actor: Actor,
  { patientId, episode: input, ending }: NextEpisodeInput,
  now: Date = new Date(),
): Promise<{ episodeId: string }> {
  requirePermission(actor, "episode.open");
  if (ending !== null) await atEnding(confirmIdentity(actor, ending.password));
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const stands = await ownEpisodes(tx, actor, patientId);
    if (stands.isDeceased) throw new Refused("deceased");
    if (stands.hasOpen !== (ending !== null)) throw new Conflict("episode", null);
    const before = await standingOrders(tx, actor, patientId);
    if (ending !== null) {
      const { version, summarySha256, reason } = ending;
      const episode = await lockEpisode(tx, actor, patientId);
      const superseded = { kind: "superseded", endedOn: today, transferredTo: null, advice: null } as const;
      await atEnding(closeEpisode(tx, actor, episode, { ...superseded, version, summarySha256, reason }, now));
    }
    const opened = await openEpisode(tx, actor, patientId, input, today, before);
    await joinTeam(tx, actor, patientId, input.surgeonId);
    await recordWithTeam(tx, actor, { ...input, id: opened.episodeId, patientId }, today);
    await startProgram(tx, actor, { patientId, ...opened }, today);
    return { episodeId: opened.episodeId };
  });
}

/** The surgeon who ordered it sees the patient from now on. */
async function joinTeam(tx: Tx, actor: Actor, patientId: string, userId: string): Promise<void> {
  const { clinicId } = actor;
  const member = await tx.careTeamMember.findFirst({ where: { clinicId, patientId, userId, leftAt: null } });
  if (member) return;
  await tx.careTeamMember.createMany({ data: { clinicId, patientId, userId } });
  await recordAct(tx, actor, "care-team.join", { kind: "user", id: userId, patientId });
}

/** What is wrong with the end is said at its fields in the form. */
async function atEnding<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    throw new Invalid(Object.fromEntries(Object.entries(error.fields).map(([name, key]) => [`ending.${name}`, key])));
  }
}

/** Locks the open episode and the patient, as an end does and in its order: of two openings, or an opening and an end, one waits for the other. */
async function ownEpisodes(tx: Tx, { clinicId, userId }: Actor, patientId: string) {
  await tx.$queryRaw`
    SELECT FROM episode WHERE clinic_id = ${clinicId}::uuid AND patient_id = ${patientId}::uuid AND ended_at IS NULL FOR NO KEY UPDATE`;
  const [patient] = await tx.$queryRaw<unknown[]>`
    SELECT p.id FROM patient p WHERE p.clinic_id = ${clinicId}::uuid AND p.id = ${patientId}::uuid AND EXISTS (
      SELECT FROM care_team_member m
      WHERE m.clinic_id = p.clinic_id AND m.patient_id = p.id AND m.user_id = ${userId}::uuid AND m.left_at IS NULL)
    FOR NO KEY UPDATE`;
  if (patient === undefined) throw new NotFound("patient");
  const episodes = await tx.episode.findMany({ where: { clinicId, patientId }, select: { endedAs: true } });
  return {
    hasOpen: episodes.some(({ endedAs }) => endedAs === null),
    isDeceased: episodes.some(({ endedAs }) => endedAs === "deceased"),
  };
}
