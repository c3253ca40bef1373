import { z } from "zod";
import type { ContentWithEntry, ProtocolWithEntry } from "@/lib/clinical/entry-criteria";
import type { Tx } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { exerciseFactsSchema, protocolFactsSchema } from "@/lib/schemas/stored-facts";

/**
 * The facts of one template version's protocol, of the episode's other protocols and of the named exercises, from the clinic's own library. An
 * exercise that the library lacks is left out: the rules find that themselves.
 * @param others of the same episode's situation
 * @throws when stored facts are not what the rules know
 */
export async function loadClinicalContent(
  tx: Tx,
  clinicId: string,
  templateVersionId: string,
  codes: readonly string[],
  others: readonly ProtocolWithEntry[],
): Promise<ContentWithEntry> {
  const rows = await tx.$queryRaw<{ facts: unknown; exercises: unknown }[]>`
    SELECT v.facts, (
      SELECT coalesce(jsonb_agg(x.facts), '[]') FROM exercise x
      WHERE x.clinic_id = v.clinic_id AND x.code = ANY (${[...new Set(codes)]}::text[])
    ) AS exercises
    FROM template_version v WHERE v.clinic_id = ${clinicId}::uuid AND v.id = ${templateVersionId}::uuid`;
  const [row] = rows;
  if (!row) throw new NotFound("template");
  return withProtocols(readContent(row), others);
}

/** The content with the facts of further protocols that the same episode follows; the program's own version of a protocol stays. */
export function withProtocols(content: ContentWithEntry, others: readonly ProtocolWithEntry[]): ContentWithEntry {
  const added = Object.fromEntries(others.map((facts) => [facts.id, facts]));
  return { ...content, protocols: { ...added, ...content.protocols } };
}

/**
 * Stored facts of a protocol and of exercises as the rules take them.
 * @throws when they are not what the rules know
 */
export function readContent(stored: { facts: unknown; exercises: unknown }): ContentWithEntry {
  const protocol = protocolFactsSchema.parse(stored.facts);
  const exercises = z.array(exerciseFactsSchema).parse(stored.exercises);
  return {
    protocols: { [protocol.id]: protocol },
    exercises: Object.fromEntries(exercises.map((facts) => [facts.id, facts])),
  };
}
