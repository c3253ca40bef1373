import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/in-clinic";
import { templateDraftSchema, type StandingTemplateDraft } from "@/lib/schemas/template";

/**
 * The draft of a template of the clinic; null where there is none.
 * @throws when stored facts or lines are not what the rules know
 */
export async function loadDraftOf(
  tx: Tx,
  { clinicId }: Pick<Actor, "clinicId">,
  templateId: string,
): Promise<StandingTemplateDraft | null> {
  const [row] = await tx.$queryRaw<{ draft: unknown }[]>`
    SELECT jsonb_build_object('templateId', d.template_id, 'facts', d.facts, 'lines', d.lines, 'version', d.version,
      'phasesVersion', d.phases_version, 'changedAt', d.changed_at, 'changedBy', u.display_name,
      'basedOn', jsonb_build_object('id', v.id, 'number', v.number, 'isOwn', v.template_id = d.template_id)) AS draft
    FROM template_draft d
    JOIN template_version v ON v.clinic_id = d.clinic_id AND v.id = d.based_on_version_id
    JOIN clinic_user u ON u.clinic_id = d.clinic_id AND u.id = d.changed_by_id
    WHERE d.clinic_id = ${clinicId}::uuid AND d.template_id = ${templateId}::uuid`;
  return row ? templateDraftSchema.parse(row.draft) : null;
}

/** Locks the draft of a template for a change of it, then reads what stands; null where there is none. */
export async function lockDraftOf(
  tx: Tx,
  actor: Pick<Actor, "clinicId">,
  templateId: string,
): Promise<StandingTemplateDraft | null> {
  await tx.$queryRaw`SELECT 1 FROM template_draft
    WHERE clinic_id = ${actor.clinicId}::uuid AND template_id = ${templateId}::uuid FOR NO KEY UPDATE`;
  return loadDraftOf(tx, actor, templateId);
}
