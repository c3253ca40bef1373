import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { confirmIdentity } from "@/lib/access/sign-in";
import { dayIn } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import { lockEpisode } from "@/lib/records/episodes/own-episode";
import { recordActs } from "@/lib/records/audit/record-act";
import type { OrderRestrictionsInput } from "@/lib/schemas/restriction";
import { holdBack, type HeldBackNow } from "./hold-back";
import { refuseTerms } from "./refuse-terms";
import { writeRestriction } from "./write-decision";

/**
 * Orders restrictions of a patient's open episode with one signature: by a surgeon of the care team, or by a therapist of it as the surgeon ordered.
 * The lines that they meet are closed for the patient at once, the therapist is told, and a draft without them waits to be signed.
 * @returns those lines
 * @throws {Invalid} on `password`, on an end that cannot be, on one of a kind and region that stands already
 * @throws {NotFound} where the patient is not theirs or no episode is open
 */
export async function orderRestrictions(
  actor: Actor,
  { patientId, restrictions, password }: OrderRestrictionsInput,
  now: Date = new Date(),
): Promise<HeldBackNow> {
  requirePermission(actor, "restriction.order");
  await confirmIdentity(actor, password);
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const episode = await lockEpisode(tx, actor, patientId);
    const asked = restrictions.map((terms, index) => ({ at: `restrictions.${index}.`, terms, replacing: null }));
    await refuseTerms(tx, actor.clinicId, episode.id, asked, today);
    return holdBack(tx, actor, episode, { today, now }, async () => {
      const ids: string[] = [];
      for (const terms of restrictions) ids.push(await writeRestriction(tx, actor, episode, terms, now));
      const subjects = ids.map((id) => ({ kind: "restriction", id, patientId: episode.patientId }));
      await recordActs(tx, actor, "restriction.order", subjects);
      return restrictions;
    });
  });
}
