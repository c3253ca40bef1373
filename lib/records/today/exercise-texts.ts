import { z } from "zod";
import { textSchema } from "@/lib/schemas/text";

/** The words of an exercise for the patient, as the clinic's library stores them; unknown keys belong to other readers. */
export const exerciseTextsSchema = z.object({
  name: textSchema,
  whatYouNeed: textSchema.optional(),
  setUp: textSchema.optional(),
  steps: z.array(textSchema).default([]),
  breathing: textSchema.optional(),
  commonMistake: textSchema.optional(),
  stopIf: textSchema.optional(),
});
export type ExerciseTexts = z.output<typeof exerciseTextsSchema>;
