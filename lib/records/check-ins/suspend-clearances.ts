import type { Actor } from "@/lib/access/actor";
import { dateOf, type Day } from "@/lib/dates";
import type { Tx } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import { tellOfDecision } from "@/lib/records/clearances/tell-of-decision";

/** Puts every grant of the episode that is not over under review: none is live until a surgeon has looked at it again. */
export async function suspendClearances(
  tx: Tx,
  actor: Actor,
  { episodeId, patientId, today, now }: { episodeId: string; patientId: string; today: Day; now: Date },
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
  if (count === 0) return;
  await recordAct(tx, actor, "hold.place", { kind: "clearances", id: episodeId, patientId });
  await tellOfDecision(tx, actor, { patientId, requestedById: null }, now);
}
