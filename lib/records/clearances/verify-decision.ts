import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dayOf } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { canonicalJson } from "@/lib/records/canonical-json";
import { decisionDigest } from "./decision-digest";

export type Verification = {
  /** The stored columns give the stored digest: nothing that was signed has changed. */
  holds: boolean;
  stored: string;
  recomputed: string;
  /** The clearance carries the terms of this decision; null where this is not its grant in force. */
  termsInForce: boolean | null;
};

/**
 * Computes the digest of a decision again from its columns.
 * @throws {NotFound} of a decision about somebody who is not theirs
 */
export async function verifyDecision(actor: Actor, decisionId: string): Promise<Verification> {
  requirePermission(actor, "patient.read");
  return inClinic(actor, async (tx) => {
    const row = await tx.clearanceDecision.findFirst({
      where: {
        clinicId: actor.clinicId,
        id: decisionId,
        clearance: { patient: { careTeam: { some: { userId: actor.userId, leftAt: null } } } },
      },
      include: { clearance: true },
    });
    if (!row) throw new NotFound("decision");
    const { clearance, clearanceId, patientId, decidedById, signedName, meaning, reason } = row;
    const { outcome, terms, evidence, undoesId } = row;
    const recomputed = decisionDigest({
      clearanceId,
      patientId,
      episodeId: clearance.episodeId,
      subjectId: clearance.subjectId,
      outcome,
      terms,
      reason,
      evidence,
      decidedById,
      signedName,
      decidedAt: row.decidedAt.toISOString(),
      meaning,
      ...(undoesId === null ? {} : { undoesId }),
    });
    await recordAct(tx, actor, "clearance.read", { kind: "clearance-decision", id: decisionId, patientId });
    const isGrant = outcome === "granted" || outcome === "limited";
    const isInForce = isGrant && clearance.decidedAt?.getTime() === row.decidedAt.getTime();
    return {
      holds: recomputed === row.sha256,
      stored: row.sha256,
      recomputed,
      termsInForce: isInForce ? canonicalJson(termsIn(clearance)) === canonicalJson(terms) : null,
    };
  });
}

type Columns = {
  fromDay: Date | null;
  untilDay: Date | null;
  maxMinutes: number | null;
  maxKg: { toNumber: () => number } | null;
  wordsForPatient: string | null;
  reviewOn: Date | null;
};

function termsIn({ fromDay, untilDay, reviewOn, maxKg, maxMinutes, wordsForPatient }: Columns) {
  const day = (date: Date | null) => (date === null ? null : dayOf(date));
  return {
    fromDay: day(fromDay),
    untilDay: day(untilDay),
    maxMinutes,
    maxKg: maxKg?.toNumber() ?? null,
    wordsForPatient,
    reviewOn: day(reviewOn),
  };
}
