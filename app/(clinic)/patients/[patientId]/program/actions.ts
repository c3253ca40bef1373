"use server";

import { runAction, type ActionResult } from "@/lib/action";
import { type CloneSource, loadCloneSources } from "@/lib/records/programs/load-clone-sources";
import { type ClonedProgram, readCloneSource } from "@/lib/records/programs/read-clone-source";
import { reopenDraft } from "@/lib/records/programs/reopen-draft";
import { cloneSourceSchema, cloneSourcesSchema } from "@/lib/schemas/clone";
import { programIdSchema } from "@/lib/schemas/revision";
import { showAnew } from "@/lib/show-anew";

export async function reopenDraftAction(input: unknown): Promise<ActionResult<void>> {
  const result = await runAction(programIdSchema, input, (actor, { programId }) => reopenDraft(actor, programId));
  return showAnew(result, "/patients/[patientId]");
}

export async function listCloneSourcesAction(
  input: unknown,
): Promise<ActionResult<{ sources: CloneSource[]; areMore: boolean }>> {
  return runAction(cloneSourcesSchema, input, loadCloneSources);
}

export async function readCloneSourceAction(input: unknown): Promise<ActionResult<ClonedProgram>> {
  return runAction(cloneSourceSchema, input, readCloneSource);
}
