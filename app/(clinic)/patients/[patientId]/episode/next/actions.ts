"use server";

import { revalidatePath } from "next/cache";
import { runAction, type ActionResult } from "@/lib/action";
import { beginNextEpisode } from "@/lib/records/episodes/end/begin-next-episode";
import { nextEpisodeSchema } from "@/lib/schemas/episode-end";

/** Opens the episode; an open one ends with it. Where its record has gone on, the page brings the summary anew. */
export async function nextEpisodeAction(input: unknown): Promise<ActionResult<{ episodeId: string }>> {
  const result = await runAction(nextEpisodeSchema, input, (actor, next) => beginNextEpisode(actor, next));
  if (result.status === "done") revalidatePath("/patients/[patientId]", "layout");
  const hasGoneOn = result.status === "invalid" && result.fields["ending.summarySha256"] !== undefined;
  if (hasGoneOn || result.status === "conflict") revalidatePath("/patients/[patientId]/episode/next", "page");
  return result;
}
