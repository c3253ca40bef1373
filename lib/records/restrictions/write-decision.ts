import type { Actor } from "@/lib/access/actor";
import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import type { Tx } from "@/lib/db/in-clinic";
import { Conflict } from "@/lib/errors";
import type { OwnEpisode } from "@/lib/records/episodes/own-episode";
import { sign } from "@/lib/records/signature";
import { columnsOf, type OwnRestriction } from "./own-restriction";
import { meaningOf, type RestrictionAct, type RestrictionContent } from "./restriction-digest";

/** Writes a restriction with its signature; with `replaces` it is the change of that one, which ends at the same moment. */
export async function writeRestriction(
  tx: Tx,
  actor: Actor,
  { id: episodeId, patientId }: Pick<OwnEpisode, "id" | "patientId">,
  terms: RestrictionTerms,
  now: Date,
  replaces: OwnRestriction | null = null,
): Promise<string> {
  const { clinicId, userId: orderedById } = actor;
  const replacesId = replaces?.id ?? null;
  const ids = { clinicId, episodeId, patientId, orderedById, replacesId };
  const { id } = await tx.restriction.create({
    data: { ...ids, ...columnsOf(terms), note: replaces?.note ?? null, createdAt: now },
    select: { id: true },
  });
  const written = { id, replacesId, patientId, episodeId, terms, note: replaces?.note ?? null };
  await writeDecision(tx, actor, written, replaces === null ? "ordered" : "changed", null, now);
  if (replaces !== null) await endAt(tx, actor, replaces.id, now);
  return id;
}

/** The signed row of one decision. Whoever calls has confirmed the actor's identity before. */
export async function writeDecision(
  tx: Tx,
  actor: Actor,
  { id: restrictionId, replacesId, patientId, episodeId, terms, note }: OwnRestriction,
  act: RestrictionAct,
  reason: string | null,
  now: Date,
): Promise<void> {
  const { clinicId, userId: decidedById } = actor;
  const content: RestrictionContent = { restrictionId, replacesId, patientId, episodeId, act, terms, note, reason };
  const { printedName: signedName, meaning, sha256 } = sign(actor, meaningOf(act, actor.role), content, now);
  const ids = { clinicId, restrictionId, patientId, decidedById };
  await tx.restrictionDecision.create({
    data: { ...ids, act, reason, decidedAt: now, signedName, meaning, sha256 },
  });
}

/** Ends a restriction at the moment of the decision that ends it; of two at once one finds it ended. */
export async function endAt(tx: Tx, { clinicId }: Actor, id: string, endedAt: Date): Promise<void> {
  const { count } = await tx.restriction.updateMany({ where: { clinicId, id, endedAt: null }, data: { endedAt } });
  if (count === 0) throw new Conflict("restriction", null);
}
