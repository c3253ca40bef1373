import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";

/** The signatures that a clinic of its own needs before it signs for a patient. */
const needed = 2;

/** Whether the clinic whose id the SQL names may sign: a demo always, a clinic of its own after a surgeon's and a therapist's review. */
export function areDefaultsReviewed(clinicId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(
    EXISTS (SELECT FROM clinic own WHERE own.id = ${clinicId} AND own.is_demo)
    OR (SELECT count(*) FROM defaults_review dr WHERE dr.clinic_id = ${clinicId}) >= ${needed})`;
}

/** The same, in a query of its own. */
export async function hasReviewedDefaults(tx: Tx, clinicId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ reviewed: boolean }[]>`
    SELECT ${areDefaultsReviewed(Prisma.sql`${clinicId}::uuid`)} AS reviewed`;
  return row?.reviewed === true;
}
