import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { ExerciseFacts } from "@/lib/clinical/facts";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { loadSettings, withClinicNumbers } from "@/lib/records/settings/current-settings";
import type { CloneSourceInput } from "@/lib/schemas/clone";
import { dosageSchema } from "@/lib/schemas/dosage";
import { exerciseFactsSchema } from "@/lib/schemas/stored-facts";
import { dosageOfLine } from "./dosage-columns";
import { loadOwnDraft } from "./draft";

const storedLine = z.strictObject({
  phase: z.number(),
  exercise: z.string(),
  dosage: dosageSchema,
  isRetired: z.boolean(),
});
const sourceRow = z.strictObject({
  patientId: z.string(),
  lines: z.array(storedLine),
  exercises: z.array(exerciseFactsSchema),
});

/** A signed line as another draft may take it; what was written to the other patient, and why a rule was overridden, stays there. */
export type ClonedLine = z.output<typeof storedLine>;
export type ClonedProgram = { lines: ClonedLine[]; facts: ExerciseFacts[] };

/**
 * The lines of the current revision of another program, for the actor's own draft. Their notes and reasons are never read. The read is audited on
 * the other patient's record.
 * @throws {NotFound} where the draft or the other program is not the actor's, or no revision of it is signed
 */
export async function readCloneSource(actor: Actor, { programId, sourceId }: CloneSourceInput): Promise<ClonedProgram> {
  requirePermission(actor, "program.write");
  return inClinic(actor, async (tx) => {
    if (!(await loadOwnDraft(tx, actor, programId))) throw new NotFound("program");
    const { patientId, lines, exercises } = await findSource(tx, actor, sourceId);
    const settings = await loadSettings(tx, actor.clinicId);
    await recordAct(tx, actor, "program.read", { kind: "program", id: sourceId, patientId });
    const known = Object.fromEntries(exercises.map((facts) => [facts.id, facts]));
    return { lines, facts: Object.values(withClinicNumbers(settings, { protocols: {}, exercises: known }).exercises) };
  });
}

async function findSource(tx: Tx, actor: Actor, sourceId: string): Promise<z.output<typeof sourceRow>> {
  const rows = await tx.$queryRaw<{ source: unknown }[]>`
    SELECT jsonb_build_object('patientId', p.patient_id, 'lines', (
      SELECT coalesce(jsonb_agg(jsonb_build_object('phase', l.phase, 'exercise', l.exercise_code, 'dosage', ${dosageOfLine},
        'isRetired', x.retired_at IS NOT NULL) ORDER BY l.phase, l.position), '[]')
      FROM prescribed_exercise l JOIN exercise x ON x.clinic_id = l.clinic_id AND x.id = l.exercise_id
      WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id
    ), 'exercises', (
      SELECT coalesce(jsonb_agg(x.facts), '[]') FROM exercise x
      WHERE x.clinic_id = r.clinic_id AND x.id IN (
        SELECT l.exercise_id FROM prescribed_exercise l WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id))) AS source
    FROM program p
    JOIN program_revision r ON r.clinic_id = p.clinic_id AND r.program_id = p.id AND r.number = p.current_revision
    JOIN care_team_member m ON m.clinic_id = p.clinic_id AND m.patient_id = p.patient_id AND m.left_at IS NULL
      AND m.user_id = ${actor.userId}::uuid
    WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.id = ${sourceId}::uuid`;
  const [row] = rows;
  if (!row) throw new NotFound("program");
  return sourceRow.parse(row.source);
}
