import { z } from "zod";
import type { ContentWithEntry } from "@/lib/clinical/entry-criteria";
import type { Text } from "@/lib/clinical/facts";
import type { SettingEntry } from "@/lib/clinical/settings/entry";
import { settingsOf } from "@/lib/clinical/settings/settings-of";
import type { Tx } from "@/lib/db/in-clinic";
import { exerciseFactsSchema, protocolFactsSchema } from "@/lib/schemas/stored-facts";
import { activities, liftingLadder, sources, timelineModifiers, triageContent } from "@/prisma/content/bundled";

/** Every number that the clinic may set, as its library ships it, and the protocols by which they go. */
export type Catalog = { entries: SettingEntry[]; protocols: { id: string; title: Text }[] };

/**
 * The catalog of a clinic, in one query for its exercises and the newest version of each protocol.
 * @throws when stored facts are not what the rules know
 */
export async function loadCatalog(tx: Tx, clinicId: string): Promise<Catalog> {
  const clinical = await loadLibrary(tx, clinicId);
  const shipped = { activities, liftingLadder, timelineModifiers, sources, triage: triageContent };
  return {
    entries: settingsOf({ clinical, ...shipped }),
    protocols: Object.values(clinical.protocols).map(({ id, title }) => ({ id, title })),
  };
}

async function loadLibrary(tx: Tx, clinicId: string): Promise<ContentWithEntry> {
  const [row] = await tx.$queryRaw<{ exercises: unknown; protocols: unknown }[]>`
    SELECT (
      SELECT coalesce(jsonb_agg(x.facts ORDER BY x.code), '[]') FROM exercise x WHERE x.clinic_id = ${clinicId}::uuid
    ) AS exercises, (
      SELECT coalesce(jsonb_agg(latest.facts ORDER BY latest.protocol_id), '[]') FROM (
        SELECT DISTINCT ON (t.protocol_id) t.protocol_id, v.facts
        FROM template t JOIN template_version v ON v.clinic_id = t.clinic_id AND v.template_id = t.id
        WHERE t.clinic_id = ${clinicId}::uuid AND t.origin = 'shipped' AND t.retired_at IS NULL AND v.published_at IS NOT NULL
        ORDER BY t.protocol_id, v.number DESC
      ) AS latest
    ) AS protocols`;
  const byId = <T extends { id: string }>(facts: T[]) => Object.fromEntries(facts.map((fact) => [fact.id, fact]));
  return {
    exercises: byId(z.array(exerciseFactsSchema).parse(row?.exercises)),
    protocols: byId(z.array(protocolFactsSchema).parse(row?.protocols)),
  };
}
