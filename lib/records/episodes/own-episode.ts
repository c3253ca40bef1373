import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { conditions } from "@/lib/clinical/facts";
import { modifierIds } from "@/lib/clinical/timeline";
import type { Tx } from "@/lib/db/in-clinic";
import { Conflict, NotFound } from "@/lib/errors";
import { patientIdOf } from "@/lib/records/patients/care-scope";

const episodeRow = z.strictObject({
  id: z.string(),
  patientId: z.string(),
  protocolId: z.string(),
  levels: z.array(z.string()),
  conditions: z.array(z.enum(conditions)),
  factors: z.array(z.enum(modifierIds)),
  shiftDays: z.number(),
  version: z.number(),
});
/** The open episode of a patient as a verb reads it before it decides. */
export type OwnEpisode = z.output<typeof episodeRow>;

/**
 * Locks the open episode of a patient of the actor's care team, and reads it.
 * @throws {NotFound} for everybody else's, and where no episode is open
 */
export async function lockEpisode(tx: Tx, actor: Actor, patientId: string): Promise<OwnEpisode> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT e.id, e.patient_id AS "patientId", e.protocol_id AS "protocolId", e.levels, e.conditions, e.factors, e.shift_days AS "shiftDays",
      e.version
    FROM episode e JOIN care_team_member m ON m.clinic_id = e.clinic_id AND m.patient_id = e.patient_id AND m.left_at IS NULL
      AND m.user_id = ${actor.userId}::uuid
    WHERE e.clinic_id = ${actor.clinicId}::uuid AND e.patient_id = ${patientIdOf(patientId)}::uuid AND e.ended_at IS NULL
    FOR NO KEY UPDATE OF e`;
  const [row] = rows;
  if (!row) throw new NotFound("episode");
  return episodeRow.parse(row);
}

/** @throws {Conflict} when the episode is no longer the one that was read */
export function requireVersion(episode: OwnEpisode, version: number): void {
  if (episode.version !== version) throw new Conflict("episode", episode);
}
