import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import { type KeptAside, keptOf } from "./kept-aside";

/**
 * The answer to a check-in of one's own that was kept aside, by the key under which it was sent.
 * @throws {NotFound} when none of one's own was kept under it
 */
export async function loadOwnAside(actor: Actor, idempotencyKey: string): Promise<KeptAside> {
  requirePermission(actor, "own.report");
  const { clinicId } = actor;
  const patientId = ownPatientId(actor);
  return inClinic(actor, async (tx) => {
    const row = await tx.reportSetAside.findFirst({ where: { clinicId, patientId, idempotencyKey, kind: "check-in" } });
    if (!row) throw new NotFound("report");
    await recordAct(tx, actor, "check-in.read", { kind: "report", id: row.id, patientId });
    return keptOf(row, true);
  });
}
