import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { SetOwnDosageInput } from "@/lib/schemas/library";

/**
 * Keeps the dosage with which one begins an exercise; null: begin again with the template's or the exercise's own.
 * @throws {NotFound} for an exercise that the clinic's library lacks
 */
export async function setOwnDosage(actor: Actor, { code, dosage }: SetOwnDosageInput): Promise<void> {
  requirePermission(actor, "library.prefer");
  await inClinic(actor, async (tx) => {
    const written = await tx.$executeRaw`
      INSERT INTO exercise_preference (clinic_id, user_id, exercise_id, dosage)
      SELECT x.clinic_id, ${actor.userId}::uuid, x.id, ${dosage && JSON.stringify(dosage)}::jsonb
      FROM exercise x WHERE x.clinic_id = ${actor.clinicId}::uuid AND x.code = ${code}
      ON CONFLICT (clinic_id, user_id, exercise_id) DO UPDATE SET dosage = excluded.dosage`;
    if (written === 0) throw new NotFound("exercise");
    await recordAct(tx, actor, "library.prefer", { kind: "exercise", id: code });
  });
}
