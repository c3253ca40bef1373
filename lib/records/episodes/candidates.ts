import { z } from "zod";
import { procedureTypes } from "@/lib/clinical/facts";
import type { Candidate } from "@/lib/clinical/suggestion";
import type { Tx } from "@/lib/db/in-clinic";
import { episodeRegions } from "@/lib/schemas/patient";
import { textSchema } from "@/lib/schemas/text";

const candidateRow = z.strictObject({
  id: z.string(),
  templateId: z.string(),
  isOwn: z.boolean(),
  version: z.number(),
  title: textSchema,
  procedureType: z.enum([...procedureTypes, "any"]),
  region: z.enum(episodeRegions),
  techniques: z.array(textSchema),
  anchor: z.enum(["PROCEDURE_DATE", "PATHWAY_START"]),
  phases: z.array(z.strictObject({ n: z.number(), dayStart: z.number() })),
});

/** A published template of the clinic, as the suggestion weighs it, with the number of its newest version. */
export type PublishedTemplate = Candidate & Pick<z.output<typeof candidateRow>, "version">;

/** The clinic's published templates, shipped and own, without the retired ones. */
export async function loadCandidates(tx: Tx, clinicId: string): Promise<PublishedTemplate[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT DISTINCT ON (t.id) t.protocol_id AS id, t.id AS "templateId", t.origin = 'clinic' AS "isOwn", v.number AS version, t.title,
      v.facts ->> 'procedureType' AS "procedureType", v.facts ->> 'region' AS region, t.techniques, v.facts ->> 'anchor' AS anchor, (
        SELECT jsonb_agg(jsonb_build_object('n', phase -> 'n', 'dayStart', phase -> 'dayStart') ORDER BY (phase ->> 'n')::int)
        FROM jsonb_array_elements(v.facts -> 'phases') AS phase) AS phases
    FROM template t JOIN template_version v ON v.clinic_id = t.clinic_id AND v.template_id = t.id AND v.published_at IS NOT NULL
    WHERE t.clinic_id = ${clinicId}::uuid AND t.retired_at IS NULL
    ORDER BY t.id, v.number DESC`;
  return z.array(candidateRow).parse(rows);
}
