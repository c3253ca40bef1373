import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { shownFigureSchema } from "@/lib/schemas/own-exercise/figure";
import { figureOfExercise } from "./figure-of";

const ownFigures = z.array(z.strictObject({ code: z.string(), figure: shownFigureSchema }));

/** What each of the clinic's own exercises shows, the retired ones too: signed programs still name them. One query. */
export async function loadOwnFigures(actor: Actor): Promise<z.output<typeof ownFigures>> {
  requirePermission(actor, "library.read");
  return inClinic(actor, async (tx) =>
    ownFigures.parse(
      await tx.$queryRaw<unknown[]>`
        SELECT x.code, ${figureOfExercise} AS figure FROM exercise x
        WHERE x.clinic_id = ${actor.clinicId}::uuid AND x.origin = 'clinic' ORDER BY x.code`,
    ),
  );
}
