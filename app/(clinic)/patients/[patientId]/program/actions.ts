"use server";

import { revalidatePath } from "next/cache";
import { runAction, type ActionResult } from "@/lib/action";
import { type CloneSource, loadCloneSources } from "@/lib/records/programs/load-clone-sources";
import { type ClonedProgram, readCloneSource } from "@/lib/records/programs/read-clone-source";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { saveDraft } from "@/lib/records/programs/save-draft";
import { signRevision } from "@/lib/records/programs/sign-revision";
import { cloneSourceSchema, cloneSourcesSchema } from "@/lib/schemas/clone";
import { programIdSchema, saveDraftSchema, signRevisionSchema } from "@/lib/schemas/program";

export async function saveDraftAction(input: unknown): Promise<ActionResult<{ version: number }>> {
  return runAction(saveDraftSchema, input, (actor, draft) => saveDraft(actor, draft));
}

export async function signRevisionAction(input: unknown): Promise<ActionResult<{ number: number }>> {
  const result = await runAction(signRevisionSchema, input, (actor, signed) => signRevision(actor, signed));
  if (result.status === "done") revalidatePath("/patients/[patientId]", "layout");
  return result;
}

export async function reopenDraftAction(input: unknown): Promise<ActionResult<void>> {
  const result = await runAction(programIdSchema, input, (actor, { programId }) => reopenDraft(actor, programId));
  if (result.status === "done" || result.status === "conflict") revalidatePath("/patients/[patientId]", "layout");
  return result;
}

export async function listCloneSourcesAction(
  input: unknown,
): Promise<ActionResult<{ sources: CloneSource[]; areMore: boolean }>> {
  return runAction(cloneSourcesSchema, input, loadCloneSources);
}

export async function readCloneSourceAction(input: unknown): Promise<ActionResult<ClonedProgram>> {
  return runAction(cloneSourceSchema, input, readCloneSource);
}
