import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { confirmIdentity } from "@/lib/access/sign-in";
import { dayIn } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { recordAct } from "@/lib/records/audit/record-act";
import { lockEpisode } from "@/lib/records/episodes/own-episode";
import type { EndRestrictionInput } from "@/lib/schemas/restriction";
import { holdBack, type HeldBackNow } from "./hold-back";
import { standingRestriction } from "./own-restriction";
import { endAt, writeDecision } from "./write-decision";

/**
 * Ends a restriction with a reason and a surgeon's signature; lines that it alone closed are open again at once.
 * @throws {Invalid} on `password`
 * @throws {NotFound} for whoever is no surgeon of the care team, or where the episode has no such restriction
 * @throws {Conflict} where somebody ended or changed it first
 */
export async function endRestriction(
  actor: Actor,
  { patientId, restrictionId, reason, password }: EndRestrictionInput,
  now: Date = new Date(),
): Promise<HeldBackNow> {
  requirePermission(actor, "restriction.end");
  await confirmIdentity(actor, password);
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const episode = await lockEpisode(tx, actor, patientId);
    const restriction = await standingRestriction(tx, actor, episode, restrictionId);
    return holdBack(tx, actor, episode, { today, now }, async () => {
      await writeDecision(tx, actor, restriction, "ended", reason, now);
      await endAt(tx, actor, restriction.id, now);
      const subject = { kind: "restriction", id: restriction.id, patientId: episode.patientId };
      await recordAct(tx, actor, "restriction.end", subject);
      return [];
    });
  });
}
