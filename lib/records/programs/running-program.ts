import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/in-clinic";
import { Conflict, NotFound, Refused } from "@/lib/errors";

const runningRow = z.strictObject({
  id: z.string(),
  patientId: z.string(),
  state: z.enum(["draft", "active", "held", "completed", "stopped"]),
  currentPhase: z.number().nullable(),
  version: z.number(),
  episodeEnded: z.boolean(),
});
/** A program of the clinician's own patients that has not ended. */
export type RunningProgram = Omit<z.output<typeof runningRow>, "state" | "episodeEnded"> & {
  state: "draft" | "active" | "held";
};

/**
 * Locks a program of the clinician's own patients against every other change of it, as it was read.
 * @throws {NotFound} where it is not theirs
 * @throws {Refused} `notRunning` where it was completed or stopped, or its episode has ended
 * @throws {Conflict} `program` when it is no longer the one that was read
 */
export async function lockRunningProgram(
  tx: Tx,
  actor: Actor,
  { programId, version }: { programId: string; version: number },
): Promise<RunningProgram> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT p.id, p.patient_id AS "patientId", p.state, p.current_phase AS "currentPhase", p.version, e.ended_at IS NOT NULL AS "episodeEnded"
    FROM program p JOIN episode e ON e.clinic_id = p.clinic_id AND e.id = p.episode_id
    WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.id = ${programId}::uuid AND EXISTS (
      SELECT FROM care_team_member m
      WHERE m.clinic_id = p.clinic_id AND m.patient_id = p.patient_id AND m.user_id = ${actor.userId}::uuid AND m.left_at IS NULL)
    FOR NO KEY UPDATE OF p`;
  const [row] = rows;
  if (!row) throw new NotFound("program");
  const { state, episodeEnded, ...program } = runningRow.parse(row);
  if (state === "completed" || state === "stopped" || episodeEnded) throw new Refused("notRunning");
  if (program.version !== version) throw new Conflict("program", { version: program.version, state });
  return { ...program, state };
}
