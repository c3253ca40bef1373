import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { dayIn } from "@/lib/dates";
import { inClinic } from "@/lib/db/in-clinic";
import type { AddProtocolInput } from "@/lib/schemas/episode";
import { followProtocol } from "./follow-protocol";
import { loadMet, tellOfNewlyMet, type NewlyMet } from "./met-by-record";
import { lockEpisode } from "./own-episode";

/**
 * Adds a second protocol to a patient's open episode: from now on both are judged, and of each rule the stricter finding stays. The signed
 * program stays as it is; lines that it speaks against are closed for the patient at once, and the therapist is told.
 * @returns those lines
 * @throws as `followProtocol`
 */
export async function addProtocol(
  actor: Actor,
  { patientId, ...followed }: AddProtocolInput,
  now: Date = new Date(),
): Promise<NewlyMet> {
  requirePermission(actor, "episode.protocols");
  const today = dayIn(actor.clinic.timeZone, now);
  return inClinic(actor, async (tx) => {
    const episode = await lockEpisode(tx, actor, patientId);
    const before = await loadMet(tx, actor.clinicId, episode.id, today);
    await followProtocol(tx, actor, episode, followed, today);
    return tellOfNewlyMet(tx, actor, episode, before, { cause: "protocol-added", today, now });
  });
}
