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

const exerciseWords = z.object({ category: z.string(), equipment: z.array(textSchema) });
/** Category (an id of `lib/clinical/library-words.ts`) and equipment. */
export type ExerciseWords = z.output<typeof exerciseWords>;

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
): Promise<{ content: ContentWithEntry; phases: TemplatePhase[]; words: Record<string, ExerciseWords> }> {
  const [row] = await tx.$queryRaw<{ facts: unknown; phases: unknown; exercises: unknown; words: unknown }[]>`
    SELECT v.facts, named.exercises, named.words, (
      SELECT jsonb_agg(jsonb_build_object('n', tp.n, 'lines', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('templateLineId', te.id, 'exercise', x.code, 'dosage', te.dosage, 'starting', te.starting,
          'reason', te.reason, 'overrideReason', te.override_reason) ORDER BY te.position), '[]')
        FROM template_exercise te JOIN exercise x ON x.clinic_id = te.clinic_id AND x.id = te.exercise_id
        WHERE te.clinic_id = tp.clinic_id AND te.phase_id = tp.id)) ORDER BY tp.n)
      FROM template_phase tp WHERE tp.clinic_id = v.clinic_id AND tp.version_id = v.id
    ) AS phases
    FROM template_version v CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_agg(x.facts), '[]') AS exercises, coalesce(jsonb_object_agg(x.code,
        jsonb_build_object('category', x.texts -> 'category', 'equipment', x.texts -> 'equipment')), '{}') AS words FROM exercise x
      WHERE x.clinic_id = v.clinic_id AND (x.code = ANY (${[...codes]}::text[]) OR x.id IN (
        SELECT te.exercise_id FROM template_exercise te JOIN template_phase tp ON tp.clinic_id = te.clinic_id AND tp.id = te.phase_id
        WHERE te.clinic_id = v.clinic_id AND tp.version_id = v.id))
    ) named
    WHERE v.clinic_id = ${clinicId}::uuid AND v.id = ${versionId}::uuid`;
  if (!row) throw new NotFound("template");
  return {
    content: readContent(row),
    phases: z.array(phaseRow).parse(row.phases),
    words: z.record(z.string(), exerciseWords).parse(row.words),
  };
}
