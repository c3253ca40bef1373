import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { Conflict, Refused } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { ResolveAlertInput } from "@/lib/schemas/alert";
import { findAlert, requireOwnTask } from "./queries";

/**
 * Closes an alert with what was found and done; a hold beside it stays until it is lifted.
 * @throws {Conflict} when somebody else has answered it since it was read
 * @throws {Refused} when it is resolved already, or is a task of the other profession
 */
export async function resolveAlert(actor: Actor, input: ResolveAlertInput, now: Date = new Date()): Promise<void> {
  requirePermission(actor, "alert.answer");
  await inClinic(actor, async (tx) => {
    const alert = await findAlert(tx, actor, input.alertId);
    requireOwnTask(actor, alert);
    if (alert.version !== input.version) throw new Conflict("alert", alert);
    if (alert.state === "resolved") throw new Refused("alertResolved");
    const { count } = await tx.alert.updateMany({
      where: { clinicId: actor.clinicId, id: alert.id, version: input.version, state: alert.state },
      data: {
        state: "resolved",
        resolvedById: actor.userId,
        resolvedAt: now,
        resolution: input.reason,
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new Conflict("alert", await findAlert(tx, actor, alert.id));
    await recordAct(tx, actor, "alert.resolve", { kind: "alert", id: alert.id, patientId: alert.patientId });
  });
}
