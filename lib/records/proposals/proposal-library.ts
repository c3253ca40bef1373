import { z } from "zod";
import type { Tx } from "@/lib/db/in-clinic";
import { exerciseFactsSchema, protocolFactsSchema } from "@/lib/schemas/stored-facts";
import { termsOfVersions, versionsOf, versionTermsSchema } from "@/lib/records/templates/version-change";
import type { ProposalRow } from "./proposal-rows";

/** The facts by which a page of drafts is judged: the template versions by id, their exercises, and what the versions say between which a draft goes. */
export type Library = Awaited<ReturnType<typeof loadLibrary>>;

/**
 * Reads them in one query.
 * @throws when stored facts are not what the rules know
 */
export async function loadLibrary(tx: Tx, clinicId: string, rows: readonly ProposalRow[]) {
  const versions = [...new Set(rows.map(({ templateVersionId }) => templateVersionId))];
  const codes = rows.flatMap(({ lines, current }) =>
    [...lines, ...current.map(({ line }) => line)].map(({ exercise }) => exercise),
  );
  const switched = rows.flatMap(({ proposed }) => versionsOf(proposed));
  const [found] = await tx.$queryRaw<{ versions: unknown; terms: unknown; exercises: unknown }[]>`
    SELECT ${termsOfVersions(clinicId, [...new Set(switched)])} AS terms,
      (SELECT coalesce(jsonb_object_agg(v.id, v.facts), '{}') FROM template_version v
        WHERE v.clinic_id = ${clinicId}::uuid AND v.id = ANY (${versions}::uuid[])) AS versions,
      (SELECT coalesce(jsonb_agg(x.facts), '[]') FROM exercise x
        WHERE x.clinic_id = ${clinicId}::uuid AND x.code = ANY (${[...new Set(codes)]}::text[])) AS exercises`;
  return {
    terms: versionTermsSchema.parse(found?.terms ?? {}),
    protocols: z.record(z.string(), protocolFactsSchema).parse(found?.versions ?? {}),
    exercises: Object.fromEntries(
      z
        .array(exerciseFactsSchema)
        .parse(found?.exercises ?? [])
        .map((facts) => [facts.id, facts]),
    ),
  };
}
