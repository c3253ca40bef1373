import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import type { CloneSourcesQuery } from "@/lib/schemas/clone";
import { textSchema } from "@/lib/schemas/text";

const atMost = 20;
const sourceRow = z.strictObject({
  programId: z.string(),
  patientName: z.string(),
  mrn: z.string(),
  title: textSchema,
  technique: z.string(),
  phase: z.number().nullable(),
  revision: z.number(),
  signedAt: z.iso.datetime({ offset: true }),
  lines: z.number(),
});
/** A signed program of another patient of the actor's care team, as the chooser lists it. */
export type CloneSource = z.output<typeof sourceRow>;

/**
 * The signed programs from which a draft may take lines: of patients whose care team the actor is on, the same patient's earlier ones too.
 * One query, at most 20, the latest signed first.
 */
export async function loadCloneSources(
  actor: Actor,
  { programId, search }: CloneSourcesQuery,
): Promise<{ sources: CloneSource[]; areMore: boolean }> {
  requirePermission(actor, "program.write");
  const term = search.toLowerCase().replace(/[\\%_]/g, "\\$&");
  const [start, inside] = [`${term}%`, `% ${term}%`];
  return inClinic(actor, async (tx) => {
    const rows = await tx.$queryRaw<{ source: unknown }[]>`
      SELECT jsonb_build_object('programId', p.id, 'patientName', pt.given_name || ' ' || pt.family_name, 'mrn', pt.mrn, 'title', t.title,
        'technique', e.technique, 'phase', p.current_phase, 'revision', r.number, 'signedAt', r.signed_at, 'lines', (
          SELECT count(*) FROM prescribed_exercise l WHERE l.clinic_id = r.clinic_id AND l.revision_id = r.id)) AS source
      FROM program p
      JOIN program_revision r ON r.clinic_id = p.clinic_id AND r.program_id = p.id AND r.number = p.current_revision
      JOIN care_team_member m ON m.clinic_id = p.clinic_id AND m.patient_id = p.patient_id AND m.left_at IS NULL
        AND m.user_id = ${actor.userId}::uuid
      JOIN patient pt ON pt.clinic_id = p.clinic_id AND pt.id = p.patient_id
      JOIN episode e ON e.clinic_id = p.clinic_id AND e.id = p.episode_id
      JOIN template_version v ON v.clinic_id = p.clinic_id AND v.id = p.template_version_id
      JOIN template t ON t.clinic_id = v.clinic_id AND t.id = v.template_id
      WHERE p.clinic_id = ${actor.clinicId}::uuid AND p.id <> ${programId}::uuid
        AND (${term} = '' OR pt.search_name LIKE ${start} OR pt.search_name LIKE ${inside} OR lower(pt.mrn) LIKE ${start})
      ORDER BY r.signed_at DESC, p.id LIMIT ${atMost + 1}`;
    await recordAct(tx, actor, "worklist.read", { kind: "program-list" });
    const sources = rows.map(({ source }) => sourceRow.parse(source));
    return { sources: sources.slice(0, atMost), areMore: sources.length > atMost };
  });
}
