import type { EndKind } from "@/lib/clinical/episode-end";
import { dayIn, type Day } from "@/lib/dates";
import { sha256Of } from "@/lib/records/canonical-json";
import { closeEpisode } from "@/lib/records/episodes/end/close-episode";
import { loadSummary } from "@/lib/records/episodes/end/load-summary";
import { lockEpisode } from "@/lib/records/episodes/own-episode";
import { acting, asActor, type TestPatient } from "./factories";

/** Ends the patient's episode now, by its own verb but for the password: transferred unless said otherwise, with today as its last day. */
export async function anEndedEpisode(of: TestPatient, kind: EndKind = "transferred", lastDay?: Day): Promise<void> {
  const now = new Date();
  const endedOn = lastDay ?? dayIn(of.clinic.timeZone, now);
  const actor = asActor(of.therapist);
  await acting(of.therapist, async (tx) => {
    const episode = await lockEpisode(tx, actor, of.patient.id);
    const summarySha256 = sha256Of(await loadSummary(tx, actor, episode.id, endedOn));
    const told = { transferredTo: kind === "transferred" ? "Another clinic" : null, advice: null };
    const ending = { version: episode.version, summarySha256, endedOn, reason: "Treatment is over here.", ...told };
    await closeEpisode(tx, actor, episode, { kind, ...ending }, now);
  });
}
