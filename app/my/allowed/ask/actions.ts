"use server";

import { redirect } from "next/navigation";
import { runAction } from "@/lib/action";
import { formOf } from "@/lib/form-data";
import { askQuestion } from "@/lib/records/questions/ask-question";
import { askQuestionSchema } from "@/lib/schemas/question";
import type { AskState } from "./_components/ask-state";

/** Sends the patient's question and goes back to what they may do, where it stands from then on. */
export async function askOwnQuestion(_given: unknown, posted: unknown): Promise<AskState> {
  const form = formOf(posted);
  const input = {
    idempotencyKey: form.get("idempotencyKey"),
    subjectId: form.get("subjectId"),
    question: form.get("question"),
  };
  const result = await runAction(askQuestionSchema, input, (actor, question) => askQuestion(actor, question));
  if (result.status === "done") redirect("/my/allowed#questions");
  const errors: Record<string, string> =
    result.status === "invalid" ? result.fields : { form: result.status === "refused" ? "full" : "failed" };
  const typed = (value: FormDataEntryValue | null) => (typeof value === "string" ? value : "");
  const { status } = result;
  return { status, attempt: Date.now(), subjectId: typed(input.subjectId), question: typed(input.question), errors };
}
