import type { Tx } from "@/lib/db/in-clinic";

export type NewAlert = {
  clinicId: string;
  patientId: string;
  /** A rule's id, or `taskCause` of one; one open alert per patient and cause. */
  cause: string;
  level: string | null;
  checkInId: string | null;
  ownerId: string | null;
  dueAt: Date | null;
  /** Version of the clinic's settings by which a rule raised it; null where no rule did. */
  settingsVersion: number | null;
  /** What it is raised for, once; null: the cause may come again. */
  occasion: string | null;
};

/** Opens an alert inside the caller's transaction; where one of the same cause still waits, that one stays, with its due time. */
export async function openAlert(tx: Tx, alert: NewAlert, now: Date): Promise<void> {
  await tx.alert.createMany({ data: { ...alert, openedAt: now }, skipDuplicates: true });
}

/**
 * As `openAlert`, but one of the same cause that waits is open again, whoever has taken it on: something came to it. For the causes of which the
 * database lets an alert open again.
 */
export async function openAlertAgain(tx: Tx, alert: NewAlert, now: Date): Promise<void> {
  const { clinicId, patientId, cause } = alert;
  // A patient answers no alert: for them no row changes here, and one that waits stays as it is below.
  const { count } = await tx.alert.updateMany({
    where: { clinicId, patientId, cause, state: { not: "resolved" } },
    data: { state: "open", acknowledgedById: null, acknowledgedAt: null, version: { increment: 1 } },
  });
  if (count === 0) await openAlert(tx, alert, now);
}
