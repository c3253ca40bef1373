"use server";

import { revalidatePath } from "next/cache";
import { runAction, type ActionResult } from "@/lib/action";
import { dismissSeveral } from "@/lib/records/proposals/dismiss-several";
import type { OneOutcome } from "@/lib/records/proposals/one-by-one";
import { signSeveral } from "@/lib/records/proposals/sign-several";
import { takeProposals } from "@/lib/records/proposals/take-proposals";
import { dismissSeveralSchema, signSeveralSchema, takeProposalsSchema } from "@/lib/schemas/proposals";

export async function signSeveralAction(input: unknown): Promise<ActionResult<OneOutcome[]>> {
  const result = await runAction(signSeveralSchema, input, (actor, drafts) => signSeveral(actor, drafts));
  revalidatePath("/", "layout");
  return result;
}

export async function dismissSeveralAction(input: unknown): Promise<ActionResult<OneOutcome[]>> {
  const result = await runAction(dismissSeveralSchema, input, (actor, drafts) => dismissSeveral(actor, drafts));
  revalidatePath("/", "layout");
  return result;
}

export async function takeProposalsAction(input: unknown): Promise<ActionResult<{ taken: number }>> {
  const result = await runAction(takeProposalsSchema, input, (actor, draft) => takeProposals(actor, draft));
  revalidatePath("/", "layout");
  return result;
}
