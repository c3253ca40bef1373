import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/in-clinic";

/**
 * Remembers that the clinician has just put these exercises into a program, for the list of those recently used. Nothing when there are none.
 * @param tx the transaction of the act, which is audited itself
 */
export async function recordUse(tx: Tx, actor: Actor, codes: ReadonlySet<string>): Promise<void> {
  if (codes.size === 0) return;
  await tx.$executeRaw`
    INSERT INTO exercise_preference (clinic_id, user_id, exercise_id, last_used_at)
    SELECT x.clinic_id, ${actor.userId}::uuid, x.id, now()
    FROM exercise x WHERE x.clinic_id = ${actor.clinicId}::uuid AND x.code = ANY (${[...codes]}::text[])
    ON CONFLICT (clinic_id, user_id, exercise_id) DO UPDATE SET last_used_at = excluded.last_used_at`;
}
