import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { clearanceStates } from "@/lib/clinical/facts";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";

const decidable = z.strictObject({
  id: z.string(),
  patientId: z.string(),
  episodeId: z.string(),
  subjectId: z.string(),
  state: z.enum(clearanceStates),
  version: z.number(),
  /** The days of the grant that stands; null where none does. */
  inForce: z.strictObject({ from: z.iso.date(), until: z.iso.date().nullable() }).nullable(),
  /** Who asked: the one who is told. */
  requestedById: z.string(),
  /** The last decision: when (ISO) and signed by whom. */
  decidedAt: z
    .string()
    .transform((at) => new Date(at).toISOString())
    .nullable(),
  decidedBy: z.string().nullable(),
});
export type DecidableClearance = z.output<typeof decidable>;

/**
 * A clearance that the actor may decide: their role is the one that the content names for this episode, and they are on the patient's care
 * team now (Z4).
 * @throws {NotFound} otherwise
 */
export async function decidableClearance(tx: Tx, actor: Actor, clearanceId: string): Promise<DecidableClearance> {
  const [found] = await decidableOf(tx, actor, [clearanceId], Prisma.empty);
  if (!found) throw new NotFound("clearance");
  return found;
}

/** Several of them by id, locked until the transaction ends: nobody else decides one meanwhile. Those that are not theirs are missing. */
export async function lockedClearances(
  tx: Tx,
  actor: Actor,
  clearanceIds: readonly string[],
): Promise<Map<string, DecidableClearance>> {
  const found = await decidableOf(tx, actor, clearanceIds, Prisma.sql`ORDER BY c.id FOR UPDATE OF c`);
  return new Map(found.map((clearance) => [clearance.id, clearance]));
}

async function decidableOf(
  tx: Tx,
  actor: Actor,
  clearanceIds: readonly string[],
  inOrder: Prisma.Sql,
): Promise<DecidableClearance[]> {
  const rows = await tx.$queryRaw<{ found: unknown }[]>`
    SELECT jsonb_build_object('id', c.id, 'patientId', c.patient_id, 'episodeId', c.episode_id, 'subjectId', c.subject_id,
      'state', c.state, 'version', c.version, 'inForce', CASE WHEN c.state IN ('granted', 'limited')
        THEN jsonb_build_object('from', c.from_day, 'until', c.until_day) END, 'requestedById', c.requested_by_id, 'decidedAt', c.decided_at, 'decidedBy', (
        SELECT d.signed_name FROM clearance_decision d
        WHERE d.clinic_id = c.clinic_id AND d.clearance_id = c.id
          AND d.decided_at = c.decided_at AND d.decided_by_id = c.decided_by_id)) AS found
    FROM clearance c
    JOIN care_team_member m ON m.clinic_id = c.clinic_id AND m.patient_id = c.patient_id AND m.user_id = ${actor.userId}::uuid
      AND m.left_at IS NULL
    WHERE c.clinic_id = ${actor.clinicId}::uuid AND c.id = ANY (${clearanceIds}::uuid[])
      AND decides_now(c) = ${actor.role} ${inOrder}`;
  return rows.map((row) => decidable.parse(row.found));
}
