import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import { NotFound } from "@/lib/errors";
import { recordAct } from "@/lib/records/audit/record-act";
import type { SeeReportInput } from "@/lib/schemas/report-aside";

/**
 * A clinician of the care team has read a report that was kept aside; whoever was first stays. Also after the end of the episode: reading changes
 * nothing of it.
 * @throws {NotFound} for a report of everybody else's patients
 */
export async function seeReport(actor: Actor, { reportId }: SeeReportInput, now: Date = new Date()): Promise<void> {
  requirePermission(actor, "alert.answer");
  const { clinicId, userId } = actor;
  await inClinic(actor, async (tx) => {
    const report = await tx.reportSetAside.findFirst({
      where: { clinicId, id: reportId, patient: { careTeam: { some: { userId, leftAt: null } } } },
      select: { id: true, patientId: true },
    });
    if (!report) throw new NotFound("report");
    const { count } = await tx.reportSetAside.updateMany({
      where: { clinicId, id: reportId, seenAt: null },
      data: { seenById: userId, seenAt: now },
    });
    if (count > 0)
      await recordAct(tx, actor, "report.see", { kind: "report", id: reportId, patientId: report.patientId });
  });
}
