import type { Actor } from "@/lib/access/actor";
import type { Tx } from "@/lib/db/in-clinic";
import { openAlertAgain } from "@/lib/records/alerts/open-alert";
import { therapistOf } from "@/lib/records/alerts/therapist-of";

/** The one alert of a patient that tells what was decided about clearances since it was opened. */
const cause = "clearance-decided";

/**
 * Tells the therapist who asked, else the one of the care team, that something was decided about clearances of a patient: one alert waits for
 * each patient, and what comes to it opens it again. Nobody is told what they decided themselves. Inside the caller's transaction, whatever
 * the number of clearances.
 * @param decided whose clearance it is, and who asked for it last; null where a rule put it under review
 */
export async function tellOfDecision(
  tx: Tx,
  actor: Actor,
  { patientId, requestedById }: { patientId: string; requestedById: string | null },
  now: Date,
): Promise<void> {
  const { clinicId } = actor;
  const ownerId =
    (await askingTherapist(tx, clinicId, patientId, requestedById)) ?? (await therapistOf(tx, clinicId, patientId));
  if (ownerId === actor.userId) return;
  const raised = { cause, level: null, checkInId: null, dueAt: null, settingsVersion: null, occasion: null };
  await openAlertAgain(tx, { clinicId, patientId, ownerId, ...raised }, now);
}

async function askingTherapist(
  tx: Tx,
  clinicId: string,
  patientId: string,
  userId: string | null,
): Promise<string | null> {
  if (userId === null) return null;
  const member = await tx.careTeamMember.findFirst({
    where: { clinicId, patientId, userId, leftAt: null, user: { role: "therapist", disabledAt: null } },
    select: { userId: true },
  });
  return member?.userId ?? null;
}
