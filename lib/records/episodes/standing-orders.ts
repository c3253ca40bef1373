import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/in-clinic";
import { restrictionTermsSchema, termsOfRestriction } from "@/lib/records/restrictions/own-restriction";

const orderRow = z.object({ terms: restrictionTermsSchema, orderedById: z.string() });

/** A restriction in force, and whose order it is. */
export type StandingOrder = z.output<typeof restrictionTermsSchema> & { orderedById: string };

/** What is in force in a patient's latest episode. Where several say the same, a surgeon's stands first: of theirs alone comes leave. */
export async function standingOrders(tx: Tx, { clinicId }: Actor, patientId: string): Promise<StandingOrder[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT ${termsOfRestriction} AS terms, x.ordered_by_id AS "orderedById"
    FROM (
      SELECT e.clinic_id, e.id FROM episode e WHERE e.clinic_id = ${clinicId}::uuid AND e.patient_id = ${patientId}::uuid
      ORDER BY e.ended_at DESC NULLS FIRST, e.created_at DESC LIMIT 1
    ) latest
    CROSS JOIN LATERAL restrictions_in_force(latest.clinic_id, latest.id) f
    JOIN restriction x ON x.clinic_id = latest.clinic_id AND x.id = f.id
    JOIN clinic_user u ON u.clinic_id = x.clinic_id AND u.id = x.ordered_by_id
    ORDER BY u.role = 'surgeon' DESC, x.created_at, x.id`;
  return z
    .array(orderRow)
    .parse(rows)
    .map(({ terms, orderedById }) => ({ ...terms, orderedById }));
}
