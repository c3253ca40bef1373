import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { loadCandidates, type PublishedTemplate } from "@/lib/records/episodes/candidates";

export type AdmissionOptions = { surgeons: { id: string; name: string }[]; templates: PublishedTemplate[]; today: Day };

/** What the new-patient form offers: the clinic's surgeons and its published templates. */
export async function loadAdmissionOptions(actor: Actor, now: Date = new Date()): Promise<AdmissionOptions> {
  requirePermission(actor, "patient.create");
  return inClinic(actor, async (tx) => {
    const surgeons = await tx.user.findMany({
      where: { clinicId: actor.clinicId, role: "surgeon", disabledAt: null },
      orderBy: { displayName: "asc" },
      select: { id: true, printedName: true },
    });
    return {
      surgeons: surgeons.map(({ id, printedName }) => ({ id, name: printedName })),
      templates: await loadCandidates(tx, actor.clinicId),
      today: dayIn(actor.clinic.timeZone, now),
    };
  });
}
