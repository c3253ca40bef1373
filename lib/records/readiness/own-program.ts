import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound, Refused } from "@/lib/errors";
import { judgeProgram, type JudgedProgram } from "./judge-program";
import { readinessColumns } from "./readiness-columns";

const programRow = z.strictObject({
  programId: z.string(),
  patientId: z.string(),
  state: z.enum(["draft", "active", "held", "completed", "stopped"]),
  episodeEnded: z.boolean(),
  version: z.number(),
  procedureOn: z.iso.date(),
});
export type OwnProgram = z.output<typeof programRow> & JudgedProgram;

/**
 * Locks a program of the clinician's own patients, then judges it on what stands: no hold, evidence or phase comes in between.
 * @throws {NotFound} where it is not theirs
 * @throws {Refused} `notRunning` where it was completed or stopped, or its episode has ended
 */
export async function lockOwnProgram(tx: Tx, actor: Actor, programId: string, today: Day): Promise<OwnProgram> {
  const { clinicId, userId } = actor;
  await tx.$queryRaw`SELECT 1 FROM program WHERE clinic_id = ${clinicId}::uuid AND id = ${programId}::uuid FOR NO KEY UPDATE`;
  const [row] = await tx.$queryRaw<{ program: unknown; found: unknown }[]>`
    SELECT jsonb_build_object('programId', pr.id, 'patientId', pr.patient_id, 'state', pr.state, 'version', pr.version,
      'procedureOn', e.procedure_date, 'episodeEnded', e.ended_at IS NOT NULL) AS program, ${readinessColumns(today)} AS found
    FROM program pr
    JOIN clinic ON clinic.id = pr.clinic_id
    JOIN care_team_member m ON m.clinic_id = pr.clinic_id AND m.patient_id = pr.patient_id AND m.user_id = ${userId}::uuid
      AND m.left_at IS NULL
    JOIN episode e ON e.clinic_id = pr.clinic_id AND e.id = pr.episode_id
    LEFT JOIN program_revision r ON r.clinic_id = pr.clinic_id AND r.program_id = pr.id AND r.number = pr.current_revision
    WHERE pr.clinic_id = ${clinicId}::uuid AND pr.id = ${programId}::uuid`;
  if (!row) throw new NotFound("program");
  const program = programRow.parse(row.program);
  if (program.state === "completed" || program.state === "stopped" || program.episodeEnded)
    throw new Refused("notRunning");
  return { ...program, ...judgeProgram(row.found, today) };
}
