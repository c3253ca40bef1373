import { z } from "zod";
import { procedureTypes } from "@/lib/clinical/facts";
import type { Candidate } from "@/lib/clinical/suggestion";
import type { Tx } from "@/lib/db/in-clinic";
import { episodeRegions } from "@/lib/schemas/patient";
import { textSchema } from "@/lib/schemas/text";

const candidateRow = z.strictObject({
  id: z.string(),
  title: textSchema,
  procedureType: z.enum([...procedureTypes, "any"]),
  region: z.enum(episodeRegions),
  techniques: z.array(textSchema),
  anchor: z.enum(["PROCEDURE_DATE", "PATHWAY_START"]),
});

/** A published protocol of the clinic, as the suggestion weighs it, with what its days count from. */
export type PublishedProtocol = Candidate & Pick<z.output<typeof candidateRow>, "anchor">;

/** The clinic's published protocols. */
export async function loadCandidates(tx: Tx, clinicId: string): Promise<PublishedProtocol[]> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT DISTINCT ON (t.id) t.protocol_id AS id, t.title, v.facts ->> 'procedureType' AS "procedureType", v.facts ->> 'region' AS region,
      t.techniques, v.facts ->> 'anchor' AS anchor
    FROM template t JOIN template_version v ON v.clinic_id = t.clinic_id AND v.template_id = t.id AND v.published_at IS NOT NULL
    WHERE t.clinic_id = ${clinicId}::uuid AND t.retired_at IS NULL
    ORDER BY t.id, v.number DESC`;
  return z.array(candidateRow).parse(rows);
}
