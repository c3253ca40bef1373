import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { shownFigureSchema } from "@/lib/schemas/own-exercise/figure";
import { figureOfExercise } from "./figure-of";

const rows = z.array(z.strictObject({ code: z.string(), figure: shownFigureSchema }));
type OwnFigures = z.output<typeof rows>;

/** What each of the clinic's own exercises shows, the retired ones too: signed programs still name them. One query. */
export async function loadOwnFigures(actor: Actor): Promise<OwnFigures> {
  requirePermission(actor, "library.read");
  return inClinic(actor, (tx) => ownFigures(tx, actor.clinicId));
}

/** The same within a transaction. */
export async function ownFigures(tx: Tx, clinicId: string): Promise<OwnFigures> {
  return rows.parse(
    await tx.$queryRaw<unknown[]>`
      SELECT x.code, ${figureOfExercise} AS figure FROM exercise x
      WHERE x.clinic_id = ${clinicId}::uuid AND x.origin = 'clinic' ORDER BY x.code`,
  );
}
