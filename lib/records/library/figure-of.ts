import { Prisma } from "@/lib/db/generated/client";

/**
 * The figure that the exercise `x` of the surrounding query shows, for `shownFigureSchema`: its own record, else the shipped one of the exercise
 * that it was copied from; null for one that was begun from nothing, and for a copy whose tags no longer name a bend or turn of its original.
 */
export const figureOfExercise = figureOr(Prisma.sql`x.figure`, Prisma.sql`x.facts`);

/** The same for the signed line `l` of the exercise `x`: of the clinic's own as it was signed. */
export const figureOfLine = figureOr(
  Prisma.sql`l.own_exercise -> 'figure'`,
  Prisma.sql`coalesce(l.own_exercise -> 'facts', x.facts)`,
);

function figureOr(own: Prisma.Sql, facts: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${own} IS NOT NULL THEN jsonb_build_object('record', ${own} -> 'record')
    WHEN x.origin = 'shipped' THEN jsonb_build_object('code', x.code)
    WHEN shipped_original(x.clinic_id, x.code) IS NOT NULL AND NOT EXISTS (
      SELECT FROM exercise first, jsonb_array_elements(first.facts -> 'tags') AS bend
      WHERE first.clinic_id = x.clinic_id AND first.code = shipped_original(x.clinic_id, x.code)
        AND bend ->> 'tag' IN ('FLEXION', 'EXTENSION', 'ROTATION', 'LATERAL_FLEXION')
        AND NOT ${facts} -> 'tags' @> jsonb_build_array(bend)
    ) THEN jsonb_build_object('code', shipped_original(x.clinic_id, x.code)) END`;
}
