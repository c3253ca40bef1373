import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dayOf } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { endDigest } from "./end-digest";

export type EndVerification = {
  /** The stored columns of end and summary give the stored digest: nothing that was signed has changed. */
  holds: boolean;
  stored: string;
  recomputed: string;
};

/**
 * Computes the digest of a signed end again from what is stored.
 * @throws {NotFound} of an episode of somebody who is not theirs, or that has not ended
 */
export async function verifyEnd(actor: Actor, episodeId: string): Promise<EndVerification> {
  requirePermission(actor, "episode.read");
  const { clinicId, userId } = actor;
  return inClinic(actor, async (tx) => {
    const theirs = { patient: { careTeam: { some: { userId, leftAt: null } } } };
    const row = await tx.episodeEnd.findFirst({
      where: { clinicId, episodeId, episode: theirs },
      include: { episode: { include: { summary: true } } },
    });
    if (!row?.episode.summary) throw new NotFound("end");
    const { patientId, kind, reason, transferredTo, leftDraft, signedById, signedName, meaning, sha256 } = row;
    const { content: summary, advice } = row.episode.summary;
    const recomputed = endDigest({
      ...{ episodeId, patientId, kind, reason, transferredTo, leftDraft, summary, advice },
      ...{ endedOn: dayOf(row.endedOn), endedAt: row.endedAt.toISOString(), signedById, signedName, meaning },
    });
    await recordAct(tx, actor, "episode.read", { kind: "episode-end", id: episodeId, patientId });
    return { holds: recomputed === sha256, stored: sha256, recomputed };
  });
}
