import type { Actor } from "@/lib/access/actor";
import { requirePermission } from "@/lib/access/permissions";
import { inClinic } from "@/lib/db/in-clinic";
import type { AnswerQuestionInput } from "@/lib/schemas/question";
import { findWaitingQuestion, writeAnswer } from "./waiting-questions";

/**
 * The therapist answers a patient's question in words; the patient reads them as they are.
 * @throws {NotFound} of a patient who is not theirs, {Conflict} where it was answered meanwhile
 */
export async function answerQuestion(
  actor: Actor,
  { questionId, answer }: AnswerQuestionInput,
  now: Date = new Date(),
): Promise<void> {
  requirePermission(actor, "question.answer");
  await inClinic(actor, async (tx) => {
    const waiting = await findWaitingQuestion(tx, actor, questionId);
    await writeAnswer(tx, actor, waiting, { state: "answered", answer }, now);
  });
}
