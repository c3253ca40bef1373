import { Prisma } from "@/lib/db/generated/client";

/**
 * The figure that the exercise `x` of the surrounding query shows, for `shownFigureSchema`: its own record, else the shipped one of the exercise
 * that it was copied from; null for one that was begun from nothing.
 */
export const figureOfExercise = figureOr(Prisma.sql`x.figure`);

/** The same for the signed line `l` of the exercise `x`: of the clinic's own as it was signed. */
export const figureOfLine = figureOr(Prisma.sql`l.own_exercise -> 'figure'`);

function figureOr(own: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${own} IS NOT NULL THEN jsonb_build_object('record', ${own} -> 'record')
    WHEN x.origin = 'shipped' THEN jsonb_build_object('code', x.code)
    WHEN shipped_original(x.clinic_id, x.code) IS NOT NULL THEN jsonb_build_object('code', shipped_original(x.clinic_id, x.code)) END`;
}
