import { z } from "zod";
import { Prisma } from "@/lib/db/generated/client";

/** One of the protocols that an episode follows, as `protocolsOf` selects it, with what its dates depend on. */
export const protocolOfEpisode = z.strictObject({
  id: z.string(),
  anchor: z.iso.date(),
  shift: z.number(),
  /** A protocol with fewer phases is never shifted. */
  shiftsFrom: z
    .number()
    .nullable()
    .transform((day) => day ?? Infinity),
});

/** As `firstShiftedDay`. */
const firstShifted = Prisma.sql`least((v.facts ->> 'shiftsFrom')::int,
  (jsonb_path_query_first(v.facts, '$.phases[*] ? (@.n >= 3)') ->> 'dayStart')::int)`;

/** Rows n, id and facts as `protocolOfEpisode` of every protocol of an episode e; its own is the first by n, by the running program's version. */
export const protocolsOf = Prisma.sql`
  SELECT every.n, every.id, jsonb_build_object('id', every.id, 'anchor', every.anchor, 'shift', e.shift_days,
    'shiftsFrom', every.shifts_from) AS facts
  FROM (
    SELECT 0 AS n, e.protocol_id AS id, coalesce(e.pathway_start, e.procedure_date) AS anchor, (
      SELECT ${firstShifted} FROM template t JOIN template_version v ON v.clinic_id = t.clinic_id AND v.template_id = t.id
      LEFT JOIN program runs ON runs.clinic_id = e.clinic_id AND runs.episode_id = e.id AND runs.template_version_id = v.id
        AND runs.state IN ('draft', 'active', 'held')
      WHERE t.clinic_id = e.clinic_id AND t.protocol_id = e.protocol_id AND v.published_at IS NOT NULL
        AND (t.origin = 'shipped' OR runs.id IS NOT NULL)
      ORDER BY runs.id IS NULL, v.number DESC LIMIT 1) AS shifts_from
    UNION ALL
    SELECT 1, a.protocol_id, a.anchor_on, ${firstShifted}
    FROM also_protocol a JOIN template_version v ON v.clinic_id = a.clinic_id AND v.id = a.template_version_id
    WHERE a.clinic_id = e.clinic_id AND a.episode_id = e.id AND a.ended_at IS NULL
  ) every`;
