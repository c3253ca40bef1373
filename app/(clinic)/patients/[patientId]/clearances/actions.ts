"use server";

import { revalidatePath } from "next/cache";
import { runAction, type ActionResult } from "@/lib/action";
import { requestClearance } from "@/lib/records/clearances/request-clearance";
import { verifyDecision, type Verification } from "@/lib/records/clearances/verify-decision";
import { requestClearanceSchema, verifyDecisionSchema } from "@/lib/schemas/clearance";

export async function requestClearanceAction(input: unknown): Promise<ActionResult<{ clearanceId: string }>> {
  const result = await runAction(requestClearanceSchema, input, (actor, request) => requestClearance(actor, request));
  if (result.status === "done") revalidatePath("/patients/[patientId]/clearances", "page");
  return result;
}

export async function verifyDecisionAction(input: unknown): Promise<ActionResult<Verification>> {
  return runAction(verifyDecisionSchema, input, (actor, { decisionId }) => verifyDecision(actor, decisionId));
}
