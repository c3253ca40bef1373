import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { storedTermsOf } from "./own-restriction";
import { restrictionDigest } from "./restriction-digest";

export type RestrictionVerification = {
  /** The stored columns of decision and restriction give the stored digest: nothing that was signed has changed. */
  holds: boolean;
  stored: string;
  recomputed: string;
};

/**
 * Computes the digest of a signed decision on a restriction again from what is stored.
 * @throws {NotFound} of a decision about somebody who is not theirs
 */
export async function verifyRestriction(actor: Actor, decisionId: string): Promise<RestrictionVerification> {
  requirePermission(actor, "episode.read");
  return inClinic(actor, async (tx) => {
    const row = await tx.restrictionDecision.findFirst({
      where: {
        clinicId: actor.clinicId,
        id: decisionId,
        restriction: { patient: { careTeam: { some: { userId: actor.userId, leftAt: null } } } },
      },
      include: { restriction: true },
    });
    if (!row) throw new NotFound("decision");
    const { restriction, restrictionId, patientId, act, reason, decidedById, signedName, meaning, sha256 } = row;
    const { replacesId, episodeId, note } = restriction;
    const recomputed = restrictionDigest({
      ...{ restrictionId, replacesId, patientId, episodeId, act, terms: storedTermsOf(restriction), note, reason },
      ...{ decidedById, signedName, meaning, decidedAt: row.decidedAt.toISOString() },
    });
    await recordAct(tx, actor, "episode.read", { kind: "restriction-decision", id: decisionId, patientId });
    return { holds: recomputed === sha256, stored: sha256, recomputed };
  });
}
