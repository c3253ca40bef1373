import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/in-clinic";

const programRow = z.strictObject({
  id: z.string(),
  patientId: z.string(),
  state: z.enum(["draft", "active", "held", "completed", "stopped"]),
  currentPhase: z.number().nullable(),
  version: z.number(),
  /** A hold is open that only a surgeon lifts. */
  isSuspended: z.boolean(),
  hasDraft: z.boolean(),
});
export type StandingProgram = z.output<typeof programRow>;

/** The program of an episode as its end finds it, the running one first; null where there is none. The caller has found the episode. */
export async function standingProgram(tx: Tx, { clinicId }: Actor, episodeId: string): Promise<StandingProgram | null> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT p.id, p.patient_id AS "patientId", p.state, p.current_phase AS "currentPhase", p.version,
      EXISTS (
        SELECT FROM hold h WHERE h.clinic_id = p.clinic_id AND h.program_id = p.id AND h.surgeon_only AND h.lifted_at IS NULL) AS "isSuspended",
      EXISTS (SELECT FROM program_draft d WHERE d.clinic_id = p.clinic_id AND d.program_id = p.id) AS "hasDraft"
    FROM program p WHERE p.clinic_id = ${clinicId}::uuid AND p.episode_id = ${episodeId}::uuid
    ORDER BY p.state IN ('draft', 'active', 'held') DESC, p.created_at DESC LIMIT 1`;
  const [row] = rows;
  return row === undefined ? null : programRow.parse(row);
}
