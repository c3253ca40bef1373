import type { Actor } from "@/lib/access/actor";
import { recordAct } from "@/lib/records/audit/record-act";
import type { Tx } from "@/lib/db/in-clinic";

export type NewHold = {
  programId: string;
  patientId: string;
  /** A rule's id, or why a clinician stops the program. */
  cause: string;
  level: string | null;
  surgeonOnly: boolean;
  easyActivityAllowed: boolean;
  checkInId: string | null;
  /** Null: a rule placed it. */
  placedById: string | null;
  /** What the clinician wrote who placed it. */
  words: string | null;
};

/**
 * Stops a program, running or still a draft, inside the caller's transaction. An open hold of the same cause stays the one there is, and becomes stricter when the
 * new one is.
 */
export async function placeHold(tx: Tx, actor: Actor, hold: NewHold, now: Date): Promise<void> {
  const { clinicId } = actor;
  const { programId, patientId, cause, easyActivityAllowed } = hold;
  // Whoever lifts another hold of this program now must see this one, and this one what they leave behind.
  await tx.$queryRaw`SELECT 1 FROM program WHERE clinic_id = ${clinicId}::uuid AND id = ${programId}::uuid FOR NO KEY UPDATE`;
  const { count } = await tx.hold.createMany({ data: { clinicId, ...hold, placedAt: now }, skipDuplicates: true });
  if (count === 0 && !easyActivityAllowed) {
    await tx.hold.updateMany({
      where: { clinicId, programId, cause, liftedAt: null, easyActivityAllowed: true },
      data: { easyActivityAllowed },
    });
  }
  await tx.program.updateMany({
    where: { clinicId, id: programId, state: "active" },
    data: { state: "held", version: { increment: 1 } },
  });
  // A draft is not held: it cannot be begun while the hold is open.

  await recordAct(tx, actor, "hold.place", { kind: "program", id: programId, patientId });
}
