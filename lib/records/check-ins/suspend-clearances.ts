import type { Actor } from "@/lib/access/actor";
import { dateOf, type Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";

/** Puts every grant of the episode that is not over under review: none is live until a surgeon has looked at it again. */
export async function suspendClearances(
  tx: Tx,
  actor: Actor,
  { episodeId, patientId, today }: { episodeId: string; patientId: string; today: Day },
): Promise<void> {
  const { count } = await tx.clearance.updateMany({
    where: {
      clinicId: actor.clinicId,
      episodeId,
      state: { in: ["granted", "limited"] },
      OR: [{ untilDay: null }, { untilDay: { gte: dateOf(today) } }],
    },
    data: { state: "under-review", version: { increment: 1 } },
  });
  if (count > 0) await recordAct(tx, actor, "hold.place", { kind: "clearances", id: episodeId, patientId });
}
