import { inClinic } from "@/lib/db/in-clinic";
import { sha256Of } from "@/lib/records/canonical-json";
import { closeEpisode } from "@/lib/records/episodes/end/close-episode";
import { loadSummary } from "@/lib/records/episodes/end/load-summary";
import { lockEpisode } from "@/lib/records/episodes/own-episode";
import type { Person } from "./person";

/** Discharges those whose story says so, signed by their therapist over the summary of that day, by the product's own act. */
export async function endEpisodes(people: readonly Person[]): Promise<void> {
  for (const { story, clock, patientId, therapist } of people) {
    if (!story.discharged) continue;
    const { day, reason, advice } = story.discharged;
    const endedOn = clock.dayOf(day);
    await inClinic(therapist, async (tx) => {
      const episode = await lockEpisode(tx, therapist, patientId);
      const summarySha256 = sha256Of(await loadSummary(tx, therapist, episode.id, endedOn));
      const ending = { kind: "discharged", version: episode.version, transferredTo: null } as const;
      await closeEpisode(
        tx,
        therapist,
        episode,
        { ...ending, summarySha256, endedOn, reason, advice },
        clock.at(day, "16:40"),
      );
    });
  }
}
