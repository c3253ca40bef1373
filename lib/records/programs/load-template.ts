import { z } from "zod";
import type { ContentWithEntry } from "@/lib/clinical/entry-criteria";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { dosageSchema } from "@/lib/schemas/dosage";
import { textSchema } from "@/lib/schemas/text";
import { readContent } from "./clinical-content";

const phaseRow = z.strictObject({
  n: z.number(),
  lines: z.array(
    z.strictObject({
      templateLineId: z.string(),
      exercise: z.string(),
      dosage: dosageSchema,
      starting: z.boolean(),
      reason: textSchema.nullable(),
      overrideReason: textSchema.nullable(),
    }),
  ),
});
export type TemplatePhase = z.output<typeof phaseRow>;
export type TemplateLine = TemplatePhase["lines"][number];

/**
 * A template version with the lines of its phases, and the facts of its exercises and of the others named, in one query.
 * @param codes exercises beside the template's own
 * @throws when stored facts are not what the rules know
 */
export async function loadTemplate(
  tx: Tx,
  clinicId: string,
  versionId: string,
  codes: readonly string[],
): Promise<{ content: ContentWithEntry; phases: TemplatePhase[] }> {
  const [row] = await tx.$queryRaw<{ facts: unknown; phases: unknown; exercises: unknown }[]>`
    SELECT v.facts, (
      SELECT jsonb_agg(jsonb_build_object('n', tp.n, 'lines', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('templateLineId', te.id, 'exercise', x.code, 'dosage', te.dosage, 'starting', te.starting,
          'reason', te.reason, 'overrideReason', te.override_reason) ORDER BY te.position), '[]')
        FROM template_exercise te JOIN exercise x ON x.clinic_id = te.clinic_id AND x.id = te.exercise_id
        WHERE te.clinic_id = tp.clinic_id AND te.phase_id = tp.id)) ORDER BY tp.n)
      FROM template_phase tp WHERE tp.clinic_id = v.clinic_id AND tp.version_id = v.id
    ) AS phases, (
      SELECT coalesce(jsonb_agg(x.facts), '[]') FROM exercise x
      WHERE x.clinic_id = v.clinic_id AND (x.code = ANY (${[...codes]}::text[]) OR x.id IN (
        SELECT te.exercise_id FROM template_exercise te JOIN template_phase tp ON tp.clinic_id = te.clinic_id AND tp.id = te.phase_id
        WHERE te.clinic_id = v.clinic_id AND tp.version_id = v.id))
    ) AS exercises
    FROM template_version v WHERE v.clinic_id = ${clinicId}::uuid AND v.id = ${versionId}::uuid`;
  if (!row) throw new NotFound("template");
  return { content: readContent(row), phases: z.array(phaseRow).parse(row.phases) };
}
