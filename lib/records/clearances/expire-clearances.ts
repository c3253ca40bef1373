import type { SystemActor } from "@/lib/access/actor";
import { dateOf, type Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { recordActs } from "@/lib/records/audit/record-act";

/**
 * Closes every grant of the clinic whose last day is over: nothing was open by it since midnight, and now the record says so too. What is
 * closed already stays as it is, however often the day is gone over. Inside the caller's transaction.
 * @param today the clinic's local date
 * @returns how many were closed
 */
export async function expireClearances(tx: Tx, actor: SystemActor, today: Day): Promise<number> {
  const expired = await tx.clearance.updateManyAndReturn({
    where: {
      clinicId: actor.clinicId,
      state: { in: ["granted", "limited"] },
      untilDay: { lt: dateOf(today) },
      // What has ended stays as it stood.
      episode: { endedAt: null },
    },
    data: { state: "expired", version: { increment: 1 } },
    select: { id: true, patientId: true },
  });
  await recordActs(
    tx,
    actor,
    "clearance.expire",
    expired.map(({ id, patientId }) => ({ kind: "clearance", id, patientId })),
  );
  return expired.length;
}
