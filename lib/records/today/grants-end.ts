import { z } from "zod";
import type { Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";

const row = z.strictObject({ id: z.string(), ends: z.iso.date().nullable() });

/**
 * For signed lines, the last day of the grants that open them now, as the database's gate looks for them (`has_live_grant`): the earliest of their
 * keys', and of each key the latest. Lines whose grants have no last day are left out. One query.
 */
export async function grantsEndOf(
  tx: Tx,
  clinicId: string,
  lineIds: readonly string[],
): Promise<ReadonlyMap<string, Day>> {
  const rows = await tx.$queryRaw<{ line: unknown }[]>`
    SELECT jsonb_build_object('id', l.id, 'ends', nullif(min(granted.ends), 'infinity')) AS line
    FROM prescribed_exercise l
    JOIN program_revision r ON r.clinic_id = l.clinic_id AND r.id = l.revision_id
    JOIN program p ON p.clinic_id = r.clinic_id AND p.id = r.program_id
    JOIN program_phase ph ON ph.clinic_id = r.clinic_id AND ph.revision_id = r.id AND ph.n = l.phase
    CROSS JOIN LATERAL (
      SELECT key, true AS is_of_line FROM unnest(l.needs_keys) AS key
      UNION ALL
      SELECT key, false FROM unnest(ph.entry_keys) AS key
    ) needed
    CROSS JOIN LATERAL (
      SELECT max(coalesce(c.until_day, 'infinity')) AS ends FROM clearance c
      WHERE c.clinic_id = p.clinic_id AND c.episode_id = p.episode_id AND c.state IN ('granted', 'limited') AND needed.key = ANY (c.opens_keys)
        AND c.from_day <= today_in_clinic(c.clinic_id) AND (NOT needed.is_of_line OR (
          (c.max_minutes IS NULL OR l.duration_min IS NULL OR l.duration_min <= c.max_minutes)
          AND (c.max_kg IS NULL OR l.load_kg <= c.max_kg OR (l.load_kg IS NULL AND NOT l.is_loaded_lifting))))
    ) granted
    WHERE l.clinic_id = ${clinicId}::uuid AND l.id = ANY (${lineIds}::uuid[])
    GROUP BY l.id`;
  const found = rows.map(({ line }) => row.parse(line));
  return new Map(found.flatMap(({ id, ends }) => (ends === null ? [] : [[id, ends] as const])));
}
