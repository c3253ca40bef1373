import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { confirmIdentity } from "@/lib/access/sign-in";
import { inClinic } from "@/lib/db/in-clinic";
import type { EndEpisodeInput } from "@/lib/schemas/episode-end";
import { lockEpisode } from "../own-episode";
import { closeEpisode } from "./close-episode";

/**
 * Ends a patient's open episode for good, with a signature over its summary.
 * @throws {Invalid} on `password`, and as `closeEpisode`
 * @throws {NotFound} where the patient is not theirs or no episode is open
 */
export async function endEpisode(
  actor: Actor,
  input: EndEpisodeInput,
  now: Date = new Date(),
): Promise<{ episodeId: string }> {
  requirePermission(actor, "episode.end");
  const { patientId, password, transferredTo, advice, ...ending } = input;
  await confirmIdentity(actor, password);
  return inClinic(actor, async (tx) => {
    const episode = await lockEpisode(tx, actor, patientId);
    const told = {
      transferredTo: ending.kind === "transferred" ? transferredTo : null,
      advice: ending.kind === "deceased" || advice === "" ? null : advice,
    };
    await closeEpisode(tx, actor, episode, { ...ending, ...told }, now);
    return { episodeId: episode.id };
  });
}
