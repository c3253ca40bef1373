import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { signedOutcomes, type SignedOutcome } from "@/lib/schemas/clearance";
import { evidenceSchema, type Evidence } from "./evidence";
import { termsSchema, type Terms } from "./terms";

/** A signed decision as it was made: what was shown, on what terms, by whom. Nothing of it is read from what stands today. */
export type SignedDecisionRecord = {
  decisionId: string;
  outcome: SignedOutcome;
  /** ISO. */
  at: string;
  signedName: string;
  meaning: string;
  reason: string | null;
  terms: Terms;
  sha256: string;
  evidence: Evidence;
};

/**
 * Reads one decision about a patient again, with the evidence that was kept with it. Audited.
 * @throws {NotFound} of a decision about somebody who is not theirs, or about another patient
 */
export async function loadDecision(actor: Actor, patientId: string, decisionId: string): Promise<SignedDecisionRecord> {
  requirePermission(actor, "patient.read");
  return inClinic(actor, async (tx) => {
    const row = await tx.clearanceDecision.findFirst({
      where: {
        clinicId: actor.clinicId,
        id: decisionId,
        patientId,
        clearance: { patient: { careTeam: { some: { userId: actor.userId, leftAt: null } } } },
      },
    });
    if (!row) throw new NotFound("decision");
    await recordAct(tx, actor, "clearance.read", { kind: "clearance-decision", id: decisionId, patientId });
    const { signedName, meaning, reason, sha256, outcome, terms, evidence, decidedAt } = row;
    return {
      ...{ decisionId, signedName, meaning, reason, sha256 },
      at: decidedAt.toISOString(),
      outcome: z.enum(signedOutcomes).parse(outcome),
      terms: termsSchema.parse(terms),
      evidence: evidenceSchema.parse(evidence),
    };
  });
}
