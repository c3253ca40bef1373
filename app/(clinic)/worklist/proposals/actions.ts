"use server";

import { runAction, type ActionResult } from "@/lib/action";
import { dismissSeveral } from "@/lib/records/proposals/dismiss-several";
import type { OneOutcome } from "@/lib/records/proposals/one-by-one";
import { signSeveral } from "@/lib/records/proposals/sign-several";
import { takeProposals } from "@/lib/records/proposals/take-proposals";
import { dismissSeveralSchema, signSeveralSchema, takeProposalsSchema } from "@/lib/schemas/proposals";
import { showAnew } from "@/lib/show-anew";

export async function signSeveralAction(input: unknown): Promise<ActionResult<OneOutcome[]>> {
  const result = await runAction(signSeveralSchema, input, (actor, drafts) => signSeveral(actor, drafts));
  return showAnew(result, "/");
}

export async function dismissSeveralAction(input: unknown): Promise<ActionResult<OneOutcome[]>> {
  const result = await runAction(dismissSeveralSchema, input, (actor, drafts) => dismissSeveral(actor, drafts));
  return showAnew(result, "/");
}

export async function takeProposalsAction(input: unknown): Promise<ActionResult<{ taken: number }>> {
  const result = await runAction(takeProposalsSchema, input, (actor, draft) => takeProposals(actor, draft));
  return showAnew(result, "/");
}
