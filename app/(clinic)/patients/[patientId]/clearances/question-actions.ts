"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { runAction, type ActionResult } from "@/lib/action";
import { answerQuestion } from "@/lib/records/questions/answer-question";
import { forwardQuestion } from "@/lib/records/questions/forward-question";
import { answerQuestionSchema, forwardQuestionSchema } from "@/lib/schemas/question";

export async function answerQuestionAction(input: unknown): Promise<ActionResult<void>> {
  return shownAnew(await runAction(answerQuestionSchema, input, (actor, answer) => answerQuestion(actor, answer)));
}

/** What the therapist decides opens in the inbox at once. */
export async function forwardQuestionAction(input: unknown): Promise<ActionResult<void>> {
  const result = await runAction(forwardQuestionSchema, input, (actor, question) => forwardQuestion(actor, question));
  if (result.status !== "done") return result;
  if (result.value.isMineToDecide) redirect(`/clearances?clearance=${result.value.clearanceId}`);
  return shownAnew({ status: "done", value: undefined });
}

function shownAnew(result: ActionResult<void>): ActionResult<void> {
  if (result.status === "done") revalidatePath("/patients/[patientId]/clearances", "page");
  return result;
}
