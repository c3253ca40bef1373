import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { MarkFavouriteInput } from "@/lib/schemas/library";

/**
 * Puts an exercise among one's favourites, or takes it away.
 * @throws {NotFound} for an exercise that the clinic's library lacks
 */
export async function markFavourite(actor: Actor, { code, isFavourite }: MarkFavouriteInput): Promise<void> {
  requirePermission(actor, "library.prefer");
  await inClinic(actor, async (tx) => {
    const written = await tx.$executeRaw`
      INSERT INTO exercise_preference (clinic_id, user_id, exercise_id, favourite_at)
      SELECT x.clinic_id, ${actor.userId}::uuid, x.id, CASE WHEN ${isFavourite} THEN now() END
      FROM exercise x WHERE x.clinic_id = ${actor.clinicId}::uuid AND x.code = ${code}
      ON CONFLICT (clinic_id, user_id, exercise_id) DO UPDATE SET favourite_at = excluded.favourite_at`;
    if (written === 0) throw new NotFound("exercise");
    await recordAct(tx, actor, "library.prefer", { kind: "exercise", id: code });
  });
}
