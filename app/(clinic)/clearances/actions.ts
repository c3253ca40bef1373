"use server";

import { runAction, type ActionResult } from "@/lib/action";
import { decideClearance } from "@/lib/records/clearances/decide-clearance";
import { decideClearanceSchema, type DecisionOutcome } from "@/lib/schemas/clearance";

export async function decideClearanceAction(
  input: unknown,
): Promise<ActionResult<{ decisionId: string; outcome: DecisionOutcome }>> {
  return runAction(decideClearanceSchema, input, (actor, decision) => decideClearance(actor, decision));
}
