import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/in-clinic";
import { draftLinesSchema } from "@/lib/schemas/program";
import { changedBy } from "./changed-by";

const draftRow = z.strictObject({
  programId: z.string(),
  patientId: z.string(),
  episodeId: z.string(),
  /** The one that the program takes with this draft, where it is another. */
  templateVersionId: z.string(),
  isOtherVersion: z.boolean(),
  state: z.enum(["draft", "active", "held", "completed", "stopped"]),
  currentRevision: z.number().nullable(),
  currentPhase: z.number().nullable(),
  programVersion: z.number(),
  phases: z.number(),
  startPhase: z.number(),
  lines: draftLinesSchema,
  version: z.number(),
  changedAt: z.iso.datetime({ offset: true }),
  changedBy: z.string(),
});
/** A draft with the program it belongs to; `phases` is how many the protocol has. */
export type OwnDraft = z.output<typeof draftRow>;

/** The draft of a program whose patient the clinician is on the care team of; null where there is none for them. */
export async function loadOwnDraft(tx: Tx, actor: Actor, programId: string): Promise<OwnDraft | null> {
  const rows = await tx.$queryRaw<{ draft: unknown }[]>`
    SELECT jsonb_build_object(
      'programId', p.id, 'patientId', p.patient_id, 'episodeId', p.episode_id, 'templateVersionId', coalesce(d.template_version_id, p.template_version_id),
      'isOtherVersion', coalesce(d.template_version_id <> p.template_version_id, false),
      'state', p.state, 'currentRevision', p.current_revision, 'currentPhase', p.current_phase, 'programVersion', p.version,
      'phases', (SELECT count(*) FROM template_phase tp WHERE tp.clinic_id = p.clinic_id AND tp.version_id = coalesce(d.template_version_id, p.template_version_id)),
      'startPhase', d.start_phase, 'lines', d.lines, 'version', d.version, 'changedAt', d.changed_at, 'changedBy', ${changedBy}) AS draft
    FROM program p
    JOIN program_draft d ON d.clinic_id = p.clinic_id AND d.program_id = p.id
    LEFT JOIN clinic_user u ON u.clinic_id = d.clinic_id AND u.id = d.changed_by_id
    JOIN care_team_member m ON m.clinic_id = p.clinic_id AND m.patient_id = p.patient_id AND m.left_at IS NULL
      AND m.user_id = ${actor.userId}::uuid
    WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.id = ${programId}::uuid`;
  const [row] = rows;
  return row ? draftRow.parse(row.draft) : null;
}

/**
 * Locks the program of a draft for a change of it, then reads the draft that stands.
 * @returns null where there is none for this clinician
 */
export async function lockOwnDraft(tx: Tx, actor: Actor, programId: string): Promise<OwnDraft | null> {
  await tx.$queryRaw`SELECT 1 FROM program WHERE clinic_id = ${actor.clinicId}::uuid AND id = ${programId}::uuid FOR NO KEY UPDATE`;
  return loadOwnDraft(tx, actor, programId);
}

/** The lines of the template version that a draft may name as its origin. */
export async function templateLineIds(tx: Tx, clinicId: string, templateVersionId: string): Promise<Set<string>> {
  const lines = await tx.templateExercise.findMany({
    where: { clinicId, phase: { clinicId, versionId: templateVersionId } },
    select: { id: true },
  });
  return new Set(lines.map(({ id }) => id));
}
