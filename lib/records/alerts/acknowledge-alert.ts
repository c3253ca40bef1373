import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { AcknowledgeAlertInput } from "@/lib/schemas/alert";
import { findAlert, requireOwnTask } from "./queries";

/**
 * Takes an open alert on: the care team sees who has read it. Its owner stays who must answer.
 * @throws {Conflict} when somebody else has answered it since it was read
 * @throws {Refused} when it is not open, or is a task of the other profession
 */
export async function acknowledgeAlert(
  actor: Actor,
  input: AcknowledgeAlertInput,
  now: Date = new Date(),
): Promise<void> {
  requirePermission(actor, "alert.answer");
  await inClinic(actor, async (tx) => {
    const alert = await findAlert(tx, actor, input.alertId);
    requireOwnTask(actor, alert);
    if (alert.version !== input.version) throw new Conflict("alert", alert);
    if (alert.state !== "open") throw new Refused("alertNotOpen");
    const { count } = await tx.alert.updateMany({
      where: { clinicId: actor.clinicId, id: alert.id, version: input.version, state: "open" },
      data: {
        state: "acknowledged",
        acknowledgedById: actor.userId,
        acknowledgedAt: now,
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new Conflict("alert", await findAlert(tx, actor, alert.id));
    await recordAct(tx, actor, "alert.acknowledge", { kind: "alert", id: alert.id, patientId: alert.patientId });
  });
}
