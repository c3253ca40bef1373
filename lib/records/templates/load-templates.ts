import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { procedureTypes, treatmentRegions } from "@/lib/clinical/facts";
import { inClinic } from "@/lib/db/in-clinic";
import { textSchema } from "@/lib/schemas/text";

const instant = z.iso.datetime({ offset: true });
const listed = z.strictObject({
  id: z.string(),
  isOwn: z.boolean(),
  title: textSchema,
  procedureType: z.enum([...procedureTypes, "any"]),
  region: z.enum(treatmentRegions),
  newest: z.strictObject({ number: z.number(), at: instant, by: z.string().nullable() }).nullable(),
  draft: z.strictObject({ at: instant, by: z.string() }).nullable(),
  retiredAt: instant.nullable(),
  /** Programs that run by any version of it: of the actor's patients, and of all. */
  mine: z.number(),
  all: z.number(),
});

/** A template in the list. Drafts that were discarded before any version are left out. */
export type ListedTemplate = z.output<typeof listed>;

/** Every template of the clinic, shipped and own, in one query. Of patients only counts. */
export async function loadTemplates(actor: Actor): Promise<ListedTemplate[]> {
  requirePermission(actor, "template.read");
  const rows = await inClinic(
    actor,
    (tx) => tx.$queryRaw<{ template: unknown }[]>`
      SELECT jsonb_build_object('id', t.id, 'isOwn', t.origin = 'clinic', 'title', coalesce(d.facts, v.facts) -> 'title',
        'procedureType', coalesce(v.facts, d.facts) -> 'procedureType', 'region', coalesce(v.facts, d.facts) -> 'region',
        'newest', CASE WHEN v.id IS NULL THEN NULL ELSE jsonb_build_object('number', v.number, 'at', v.published_at, 'by', v.published_name) END,
        'draft', CASE WHEN d.template_id IS NULL THEN NULL ELSE jsonb_build_object('at', d.changed_at, 'by', u.display_name) END,
        'retiredAt', t.retired_at, 'mine', runs.mine, 'all', runs.everyone) AS template
      FROM template t
      LEFT JOIN LATERAL (
        SELECT * FROM template_version newest
        WHERE newest.clinic_id = t.clinic_id AND newest.template_id = t.id AND newest.published_at IS NOT NULL
        ORDER BY newest.number DESC LIMIT 1) v ON true
      LEFT JOIN template_draft d ON d.clinic_id = t.clinic_id AND d.template_id = t.id
      LEFT JOIN clinic_user u ON u.clinic_id = d.clinic_id AND u.id = d.changed_by_id
      CROSS JOIN LATERAL (
        SELECT count(*) AS everyone, count(*) FILTER (WHERE EXISTS (
          SELECT FROM care_team_member m
          WHERE m.clinic_id = p.clinic_id AND m.patient_id = p.patient_id AND m.user_id = ${actor.userId}::uuid AND m.left_at IS NULL)) AS mine
        FROM program p JOIN template_version o ON o.clinic_id = p.clinic_id AND o.id = p.template_version_id AND o.template_id = t.id
        WHERE p.clinic_id = t.clinic_id AND p.state IN ('draft', 'active', 'held')) runs
      WHERE t.clinic_id = ${actor.clinicId}::uuid AND (v.id IS NOT NULL OR d.template_id IS NOT NULL)
      ORDER BY t.origin, t.retired_at IS NOT NULL, coalesce(v.facts, d.facts) #>> ARRAY['title', ${actor.locale}]`,
  );
  return rows.map(({ template }) => listed.parse(template));
}
