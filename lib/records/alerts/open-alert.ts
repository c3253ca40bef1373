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
