import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/in-clinic";

/**
 * Locks the patients of clearances until the transaction ends, in one order, before anything is read that a decision rests on: a check-in locks
 * its patient too, so that a warning sign comes before the evidence or after the decision, never between the two.
 */
export async function lockPatientsOf(tx: Tx, { clinicId }: Actor, clearanceIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT p.id FROM patient p
    WHERE p.clinic_id = ${clinicId}::uuid AND p.id IN (
      SELECT c.patient_id FROM clearance c WHERE c.clinic_id = p.clinic_id AND c.id = ANY (${clearanceIds}::uuid[]))
    ORDER BY p.id FOR NO KEY UPDATE`;
}
