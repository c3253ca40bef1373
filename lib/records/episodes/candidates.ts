import { z } from "zod";
import { procedureTypes, regions } from "@/lib/clinical/facts";
import type { Candidate } from "@/lib/clinical/suggestion";
import type { Tx } from "@/lib/db/in-clinic";
import { textSchema } from "@/lib/schemas/text";

const candidateRow = z.strictObject({
  id: z.string(),
  title: textSchema,
  procedureType: z.enum([...procedureTypes, "any"]),
  region: z.enum(regions),
  techniques: z.array(textSchema),
});

/** The clinic's published protocols, as the suggestion weighs them. */
export async function loadCandidates(tx: Tx, clinicId: string): Promise<Candidate[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT DISTINCT ON (t.id) t.protocol_id AS id, t.title, v.facts ->> 'procedureType' AS "procedureType", v.facts ->> 'region' AS region,
      t.techniques
    FROM template t JOIN template_version v ON v.clinic_id = t.clinic_id AND v.template_id = t.id AND v.published_at IS NOT NULL
    WHERE t.clinic_id = ${clinicId}::uuid AND t.retired_at IS NULL
    ORDER BY t.id, v.number DESC`;
  return z.array(candidateRow).parse(rows);
}
