"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { runAction, type ActionResult } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { endEpisode } from "@/lib/records/episodes/end/end-episode";
import { verifyEnd, type EndVerification } from "@/lib/records/episodes/end/verify-end";
import { endEpisodeSchema, verifyEndSchema } from "@/lib/schemas/episode-end";
import { formAnswer, type FormAnswer } from "../_components/form-answer";

/** Ends the episode for good; what follows is its signed summary. */
export async function endEpisodeAction(_before: unknown, posted: unknown): Promise<FormAnswer> {
  const form = formOf(posted);
  const text = (name: string) => form.get(name) ?? undefined;
  const input = {
    patientId: form.get("patientId"),
    version: Number(form.get("version")),
    summarySha256: form.get("summarySha256"),
    kind: form.get("kind"),
    endedOn: form.get("endedOn"),
    reason: form.get("endReason"),
    transferredTo: text("transferredTo"),
    advice: text("advice"),
    password: form.get("password-end"),
  };
  const result = await runAction(endEpisodeSchema, input, async (actor, parsed) => {
    const { episodeId } = await endEpisode(actor, parsed);
    return `/patients/${parsed.patientId}/episode/summary/${episodeId}` as const;
  });
  if (result.status === "done") {
    revalidatePath("/patients/[patientId]", "layout");
    redirect(result.value);
  }
  form.delete("password-end");
  return formAnswer(result, form, { reason: "endReason", password: "password-end" });
}

/** Asks whether the signature on the end of an episode still holds. */
export async function verifyEndAction(input: unknown): Promise<ActionResult<EndVerification>> {
  return runAction(verifyEndSchema, input, (actor, { episodeId }) => verifyEnd(actor, episodeId));
}
