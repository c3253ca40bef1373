"use server";

import { runAction, type ActionResult } from "@/lib/action";
import { decideClearance } from "@/lib/records/clearances/decide-clearance";
import { decideSeveral } from "@/lib/records/clearances/decide-several";
import { grantUsual } from "@/lib/records/clearances/grant-usual";
import { undoDecisions } from "@/lib/records/clearances/undo-decisions";
import {
  decideClearanceSchema,
  decideSeveralSchema,
  grantUsualSchema,
  undoDecisionsSchema,
  type DecisionOutcome,
} from "@/lib/schemas/clearance";

export async function decideClearanceAction(
  input: unknown,
): Promise<ActionResult<{ decisionId: string; outcome: DecisionOutcome }>> {
  return runAction(decideClearanceSchema, input, (actor, decision) => decideClearance(actor, decision));
}

export async function decideSeveralAction(input: unknown): Promise<ActionResult<{ decisionIds: string[] }>> {
  return runAction(decideSeveralSchema, input, (actor, decisions) => decideSeveral(actor, decisions));
}

export async function grantUsualAction(input: unknown): Promise<ActionResult<{ decisionIds: string[] }>> {
  return runAction(grantUsualSchema, input, (actor, set) => grantUsual(actor, set));
}

export async function undoDecisionsAction(input: unknown): Promise<ActionResult<{ clearanceIds: string[] }>> {
  return runAction(undoDecisionsSchema, input, (actor, decisions) => undoDecisions(actor, decisions));
}
