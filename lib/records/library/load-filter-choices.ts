import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import type { Text } from "@/lib/clinical/facts";
import { inClinic } from "@/lib/db/in-clinic";
import { textSchema } from "@/lib/schemas/text";

const choicesRow = z.strictObject({ bodyRegions: z.array(textSchema), equipment: z.array(textSchema) });

/** The parts of the body and the equipment that the clinic's exercises name, once each, in the order of the reader's language. One query. */
export async function loadFilterChoices(actor: Actor): Promise<{ bodyRegions: Text[]; equipment: Text[] }> {
  requirePermission(actor, "library.read");
  const [row] = await inClinic(
    actor,
    (tx) => tx.$queryRaw<unknown[]>`
      WITH listed AS (SELECT texts FROM exercise WHERE clinic_id = ${actor.clinicId}::uuid AND retired_at IS NULL)
      SELECT
        coalesce((
          SELECT jsonb_agg(DISTINCT jsonb_build_object('en', part.en, 'es', part.es))
          FROM listed, ROWS FROM (
            string_to_table(texts #>> '{bodyRegion,en}', '/'), string_to_table(texts #>> '{bodyRegion,es}', '/')
          ) AS part (en, es) WHERE part.en IS NOT NULL AND part.es IS NOT NULL), '[]') AS "bodyRegions",
        coalesce((SELECT jsonb_agg(DISTINCT piece) FROM listed, jsonb_array_elements(texts -> 'equipment') AS piece), '[]') AS equipment`,
  );
  const { bodyRegions, equipment } = choicesRow.parse(row);
  return { bodyRegions: ordered(bodyRegions, actor.locale), equipment: ordered(equipment, actor.locale) };
}

/** Once each by its English word, which is what a filter names. */
function ordered(texts: readonly Text[], locale: "en" | "es"): Text[] {
  const byEnglish = new Map(texts.map((text) => [text.en, text]));
  return [...byEnglish.values()].sort((a, b) => a[locale].localeCompare(b[locale], locale));
}
