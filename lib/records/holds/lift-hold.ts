import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { Conflict, NotFound, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { LiftHoldInput } from "@/lib/schemas/hold";

/** What became of the program. */
export type Lifted = { isProgramActive: boolean };

/**
 * Lifts a hold with a reason; the program goes on when no other hold is open. A suspension is a surgeon's of the care team to lift.
 * @throws {Refused} `surgeonOnly`
 * @throws {Conflict} when it has been lifted already
 */
export async function liftHold(actor: Actor, input: LiftHoldInput, now: Date = new Date()): Promise<Lifted> {
  requirePermission(actor, "hold.lift");
  const { clinicId } = actor;
  return inClinic(actor, async (tx) => {
    const hold = await findHold(tx, actor, input.holdId);
    if (hold.liftedAt !== null) throw new Conflict("hold", hold);
    if (hold.surgeonOnly && actor.role !== "surgeon") throw new Refused("surgeonOnly");
    await tx.hold.updateMany({
      where: { clinicId, id: hold.id, liftedAt: null },
      data: { liftedAt: now, liftedById: actor.userId, liftReason: input.reason },
    });
    const stillOpen = await tx.hold.count({ where: { clinicId, programId: hold.programId, liftedAt: null } });
    const { count } =
      stillOpen > 0
        ? { count: 0 }
        : await tx.program.updateMany({
            where: { clinicId, id: hold.programId, state: "held" },
            data: { state: "active", version: { increment: 1 } },
          });
    await recordAct(tx, actor, "hold.lift", { kind: "hold", id: hold.id, patientId: hold.patientId });
    return { isProgramActive: count > 0 };
  });
}

const holdRow = z.strictObject({
  id: z.string(),
  programId: z.string(),
  patientId: z.string(),
  surgeonOnly: z.boolean(),
  liftedAt: z.date().nullable(),
});

/** Locks the program first: two people who lift its last two holds together do not leave it held. */
async function findHold(tx: Tx, actor: Actor, id: string): Promise<z.output<typeof holdRow>> {
  await tx.$queryRaw`SELECT p.id FROM program p JOIN hold h ON h.clinic_id = p.clinic_id AND h.program_id = p.id
    WHERE h.clinic_id = ${actor.clinicId}::uuid AND h.id = ${id}::uuid FOR NO KEY UPDATE OF p`;
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT h.id, h.program_id AS "programId", h.patient_id AS "patientId", h.surgeon_only AS "surgeonOnly", h.lifted_at AS "liftedAt"
    FROM hold h
    WHERE h.clinic_id = ${actor.clinicId}::uuid AND h.id = ${id}::uuid AND EXISTS (
      SELECT FROM care_team_member m
      WHERE m.clinic_id = h.clinic_id AND m.patient_id = h.patient_id AND m.user_id = ${actor.userId}::uuid AND m.left_at IS NULL)`;
  const [hold] = rows;
  if (!hold) throw new NotFound("hold");
  return holdRow.parse(hold);
}
