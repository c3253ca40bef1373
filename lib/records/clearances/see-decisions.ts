import type { Actor } from "@/lib/access/actor";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";

/**
 * Notes, in the patient's own read, that every decision which stands now was shown to them: from then on nobody takes it back. Comes before
 * what the page reads, and locks what it notes, so that nothing is taken back between the two.
 */
export async function seeDecisions(tx: Tx, actor: Actor): Promise<void> {
  await tx.$executeRaw(decisionsSeen(actor));
}

/** The same as a statement, for a page that has none to spare. What is asked back shows the patient nothing new. */
export function decisionsSeen(actor: Pick<Actor, "clinicId" | "patientId">): Prisma.Sql {
  return Prisma.sql`INSERT INTO clearance_seen (clinic_id, clearance_id, patient_id, decided_at)
    SELECT c.clinic_id, c.id, c.patient_id, c.decided_at FROM clearance c
    WHERE c.clinic_id = ${actor.clinicId}::uuid AND c.patient_id = ${ownPatientId(actor)}::uuid
      AND c.state IN ('granted', 'limited', 'denied', 'revoked') AND c.decided_at IS NOT NULL AND NOT EXISTS (
        SELECT FROM clearance_seen s
        WHERE s.clinic_id = c.clinic_id AND s.clearance_id = c.id AND s.decided_at = c.decided_at)
    FOR SHARE OF c
    ON CONFLICT DO NOTHING`;
}
