import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { judgeProgram, type JudgedProgram } from "./judge-program";
import { readinessColumns } from "./readiness-columns";

const programRow = z.strictObject({
  programId: z.string(),
  patientId: z.string(),
  state: z.enum(["draft", "active", "held"]),
  version: z.number(),
  procedureOn: z.iso.date(),
});
export type OwnProgram = z.output<typeof programRow> & JudgedProgram;

/**
 * Locks a program of the clinician's own patients, then judges it on what stands: no hold, evidence or phase comes in between.
 * @throws {NotFound} where it is not theirs, or has ended
 */
export async function lockOwnProgram(tx: Tx, actor: Actor, programId: string, today: Day): Promise<OwnProgram> {
  const { clinicId, userId } = actor;
  await tx.$queryRaw`SELECT 1 FROM program WHERE clinic_id = ${clinicId}::uuid AND id = ${programId}::uuid FOR NO KEY UPDATE`;
  const [row] = await tx.$queryRaw<{ program: unknown; found: unknown }[]>`
    SELECT jsonb_build_object('programId', pr.id, 'patientId', pr.patient_id, 'state', pr.state, 'version', pr.version,
      'procedureOn', e.procedure_date) AS program, ${readinessColumns(today)} AS found
    FROM program pr
    JOIN clinic ON clinic.id = pr.clinic_id
    JOIN care_team_member m ON m.clinic_id = pr.clinic_id AND m.patient_id = pr.patient_id AND m.user_id = ${userId}::uuid
      AND m.left_at IS NULL
    JOIN episode e ON e.clinic_id = pr.clinic_id AND e.id = pr.episode_id AND e.ended_at IS NULL
    LEFT JOIN program_revision r ON r.clinic_id = pr.clinic_id AND r.program_id = pr.id AND r.number = pr.current_revision
    WHERE pr.clinic_id = ${clinicId}::uuid AND pr.id = ${programId}::uuid AND pr.state IN ('draft', 'active', 'held')`;
  if (!row) throw new NotFound("program");
  return { ...programRow.parse(row.program), ...judgeProgram(row.found, today) };
}
