import { z } from "zod";
import { optionalWords } from "./typed-text";
import { words } from "./words";

/** The patient's "May I …?": an activity, words of their own, or both. */
export const askQuestionSchema = z
  .strictObject({
    idempotencyKey: z.uuid("badId"),
    subjectId: words(80)
      .nullable()
      .transform((id) => id || null),
    question: optionalWords(500),
  })
  .check((context) => {
    const { subjectId, question } = context.value;
    if (subjectId === null && question === null) {
      context.issues.push({ code: "custom", path: ["question"], message: "required", input: context.value });
    }
  });
export type AskQuestionInput = z.output<typeof askQuestionSchema>;

/** A therapist's answer in words, as the patient reads it. */
export const answerQuestionSchema = z.strictObject({
  questionId: z.uuid("badId"),
  answer: words(1000, { multiline: true }).min(1, "required"),
});
export type AnswerQuestionInput = z.output<typeof answerQuestionSchema>;

/** The patient's question becomes a request to whoever decides, in words that the therapist may change. */
export const forwardQuestionSchema = z.strictObject({
  questionId: z.uuid("badId"),
  subjectId: words(80).min(1, "chooseOne"),
  question: words(500, { multiline: true }).min(1, "required"),
});
export type ForwardQuestionInput = z.output<typeof forwardQuestionSchema>;
