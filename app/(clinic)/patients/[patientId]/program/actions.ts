"use server";

import { revalidatePath } from "next/cache";
import { runAction, type ActionResult } from "@/lib/action";
import { type CloneSource, loadCloneSources } from "@/lib/records/programs/load-clone-sources";
import { type ClonedProgram, readCloneSource } from "@/lib/records/programs/read-clone-source";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { cloneSourceSchema, cloneSourcesSchema } from "@/lib/schemas/clone";
import { programIdSchema } from "@/lib/schemas/revision";

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
