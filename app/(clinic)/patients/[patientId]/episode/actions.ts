"use server";

import { runAction } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { addProtocol } from "@/lib/records/episodes/add-protocol";
import { endProtocol } from "@/lib/records/episodes/end-protocol";
import { recordConditions } from "@/lib/records/episodes/record-conditions";
import { setTimeline } from "@/lib/records/episodes/set-timeline";
import { addProtocolSchema, endProtocolSchema, recordConditionsSchema, setTimelineSchema } from "@/lib/schemas/episode";
import { showAnew } from "@/lib/show-anew";
import { formAnswer, noAnswer, sentBy, texts, type FormAnswer } from "./_components/form-answer";

const episodePages = "/patients/[patientId]";

export async function recordConditionsAction(_before: unknown, posted: unknown): Promise<FormAnswer> {
  const form = formOf(posted);
  const input = { ...readOf(form), conditions: texts(form, "conditions") };
  const result = await runAction(recordConditionsSchema, input, (actor, parsed) => recordConditions(actor, parsed));
  return formAnswer(showAnew(result, episodePages), form);
}

export async function addProtocolAction(_before: unknown, posted: unknown): Promise<FormAnswer> {
  const form = formOf(posted);
  const { patientId } = readOf(form);
  const input = {
    patientId,
    protocolId: form.get("protocolId"),
    anchorOn: form.get("anchorOn"),
    reason: form.get("addReason"),
  };
  const result = await runAction(addProtocolSchema, input, (actor, parsed) => addProtocol(actor, parsed));
  return formAnswer(showAnew(result, episodePages), form, { reason: "addReason" });
}

export async function endProtocolAction(_before: unknown, posted: unknown): Promise<FormAnswer> {
  const form = formOf(posted);
  const { patientId } = readOf(form);
  const alsoProtocolId = form.get("alsoProtocolId");
  const name = `endReason-${typeof alsoProtocolId === "string" ? alsoProtocolId : ""}`;
  const input = { patientId, alsoProtocolId, reason: form.get(name) };
  const result = await runAction(endProtocolSchema, input, async (actor, parsed) => {
    await endProtocol(actor, parsed);
    return null;
  });
  return formAnswer(showAnew(result, episodePages), form, { reason: name });
}

/** Saves the timeline; with "preview" it only says what was typed, so that the page shows what it would move. */
export async function setTimelineAction(_before: unknown, posted: unknown): Promise<FormAnswer> {
  const form = formOf(posted);
  if (form.get("go") === "preview") return { ...noAnswer, status: "preview", sent: sentBy(form) };
  const typed = form.get("shiftDays");
  const input = {
    ...readOf(form),
    factors: texts(form, "factors"),
    shiftDays: typeof typed === "string" && typed.trim() !== "" ? Number(typed) : undefined,
    reason: form.get("timelineReason"),
  };
  const result = await runAction(setTimelineSchema, input, async (actor, parsed) => {
    await setTimeline(actor, parsed);
    return null;
  });
  return formAnswer(showAnew(result, episodePages), form, { reason: "timelineReason" });
}

/** Whose episode, in which version it was read. */
function readOf(form: FormData): { patientId: FormDataEntryValue | null; version: number } {
  return { patientId: form.get("patientId"), version: Number(form.get("version")) };
}
