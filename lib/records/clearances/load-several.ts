import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dayIn } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { recordActs } from "@/lib/records/audit/record-act";
import { detailsOf, type ClearanceDetail } from "./clearance-detail";

/** So many are decided together at most: one page of the inbox. */
const severalAtOnce = 25;

/**
 * The waiting clearances among those that were chosen, oldest first, each with its evidence. What is no longer waiting, or not theirs, is left
 * out: the page says how many.
 */
export async function loadSeveral(
  actor: Actor,
  clearanceIds: readonly string[],
  now: Date = new Date(),
): Promise<{ details: ClearanceDetail[]; missing: number }> {
  requirePermission(actor, "clearance.inbox");
  const today = dayIn(actor.clinic.timeZone, now);
  const ids = [...new Set(clearanceIds)].slice(0, severalAtOnce);
  return inClinic(actor, async (tx) => {
    const found = await detailsOf(tx, actor, ids, today);
    const details = found.filter(({ state }) => state === "requested" || state === "under-review");
    await recordActs(
      tx,
      actor,
      "clearance.read",
      details.map(({ clearanceId: id, patient }) => ({ kind: "clearance", id, patientId: patient.id })),
    );
    return { details, missing: ids.length - details.length };
  });
}
