import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dayIn, type Day } from "@/lib/dates";
import { inClinic, type Tx } from "@/lib/db/in-clinic";
import { loadCandidates, type PublishedTemplate } from "@/lib/records/episodes/candidates";

export type AdmissionOptions = { surgeons: { id: string; name: string }[]; templates: PublishedTemplate[]; today: Day };

/** What the new-patient form offers: the clinic's surgeons and its published templates. */
export async function loadAdmissionOptions(actor: Actor, now: Date = new Date()): Promise<AdmissionOptions> {
  requirePermission(actor, "patient.create");
  return inClinic(actor, (tx) => readAdmissionOptions(tx, actor, dayIn(actor.clinic.timeZone, now)));
}

/** The same inside the transaction of a page that reads more; whoever calls has asked for the permission. */
export async function readAdmissionOptions(tx: Tx, { clinicId }: Actor, today: Day): Promise<AdmissionOptions> {
  const surgeons = await tx.user.findMany({
    where: { clinicId, role: "surgeon", disabledAt: null },
    orderBy: { displayName: "asc" },
    select: { id: true, printedName: true },
  });
  return {
    surgeons: surgeons.map(({ id, printedName }) => ({ id, name: printedName })),
    templates: await loadCandidates(tx, clinicId),
    today,
  };
}
