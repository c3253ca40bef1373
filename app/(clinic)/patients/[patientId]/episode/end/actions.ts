"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { runAction, type ActionResult } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { endEpisode } from "@/lib/records/episodes/end/end-episode";
import { loadEndForm } from "@/lib/records/episodes/end/load-end-form";
import { verifyEnd, type EndVerification } from "@/lib/records/episodes/end/verify-end";
import { endEpisodeSchema, showEndSchema, verifyEndSchema } from "@/lib/schemas/episode-end";
import { formAnswer, noAnswer, sentBy, type FormAnswer } from "../_components/form-answer";
import { shownEnd, type ShownEnd } from "./_components/shown-end";

/** With the summary anew where another last day was chosen or the record has gone on. */
export type EndAnswer = FormAnswer & { shown: ShownEnd | null };

/** Ends the episode for good; what follows is its signed summary. With `show` it writes nothing and brings the summary up to the last day. */
export async function endEpisodeAction(posted: unknown): Promise<EndAnswer> {
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
  if (form.has("show")) return shownAgain(form);
  const result = await runAction(endEpisodeSchema, input, async (actor, parsed) => {
    const { episodeId } = await endEpisode(actor, parsed);
    return `/patients/${parsed.patientId}/episode/summary/${episodeId}` as const;
  });
  if (result.status === "done") {
    revalidatePath("/patients/[patientId]", "layout");
    redirect(result.value);
  }
  form.delete("password-end");
  const answer = formAnswer(result, form, {
    ...{ reason: "endReason", password: "password-end", summarySha256: "summary" },
  });
  const hasGoneOn = result.status === "conflict" || answer.fields["summary"] !== undefined;
  return { ...answer, shown: hasGoneOn ? (await shownAgain(form)).shown : null };
}

/** The summary as it stands now, and everything that was typed. */
async function shownAgain(form: FormData): Promise<EndAnswer> {
  const input = { patientId: form.get("patientId"), endedOn: form.get("endedOn") };
  const result = await runAction(showEndSchema, input, async (actor, { patientId, endedOn }) =>
    shownEnd(await loadEndForm(actor, patientId, endedOn), actor.clinic),
  );
  if (result.status !== "done") return { ...formAnswer(result, form), shown: null };
  return { ...noAnswer, sent: sentBy(form), shown: result.value };
}

/** Asks whether the signature on the end of an episode still holds. */
export async function verifyEndAction(input: unknown): Promise<ActionResult<EndVerification>> {
  return runAction(verifyEndSchema, input, (actor, { episodeId }) => verifyEnd(actor, episodeId));
}
