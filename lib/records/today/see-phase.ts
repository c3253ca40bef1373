import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";

/**
 * The patient says that they have read that another phase has begun; saying it again changes nothing.
 * @throws {NotFound} of a change that is not theirs
 */
export async function seePhase(
  actor: Actor,
  { phaseChangeId }: { phaseChangeId: string },
  now: Date = new Date(),
): Promise<void> {
  requirePermission(actor, "own.report");
  const { clinicId } = actor;
  const patientId = ownPatientId(actor);
  await inClinic(actor, async (tx) => {
    const change = await tx.phaseChange.findFirst({ where: { clinicId, id: phaseChangeId, patientId } });
    if (!change) throw new NotFound("phase");
    const { count } = await tx.phaseSeen.createMany({
      data: { clinicId, phaseChangeId, patientId, seenAt: now },
      skipDuplicates: true,
    });
    if (count > 0) await recordAct(tx, actor, "changes.seen", { kind: "phase-change", id: phaseChangeId, patientId });
  });
}
