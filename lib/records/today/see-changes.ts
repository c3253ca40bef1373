import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import { ownPatientId } from "@/lib/records/check-ins/own-patient";
import type { SeenChangesInput } from "@/lib/schemas/revision";

/**
 * The patient says that they have read what a revision of their program changed; saying it again changes nothing.
 * @throws {NotFound} of a revision that is not theirs
 */
export async function seeChanges(
  actor: Actor,
  { revisionId }: SeenChangesInput,
  now: Date = new Date(),
): Promise<void> {
  requirePermission(actor, "own.report");
  const patientId = ownPatientId(actor);
  await inClinic(actor, async (tx) => {
    const { clinicId } = actor;
    const revision = await tx.programRevision.findFirst({ where: { clinicId, id: revisionId, patientId } });
    if (!revision) throw new NotFound("revision");
    const { count } = await tx.changeSeen.createMany({
      data: { clinicId, revisionId, patientId, seenAt: now },
      skipDuplicates: true,
    });
    if (count > 0) await recordAct(tx, actor, "changes.seen", { kind: "revision", id: revisionId, patientId });
  });
}
