import { z } from "zod";
import { textSchema } from "@/lib/schemas/text";

/** The words of an exercise for the patient, as the clinic's library stores them; unknown keys belong to other readers. */
export const exerciseTextsSchema = z.object({
  name: textSchema,
  whatYouNeed: textSchema.nullish(),
  setUp: textSchema.nullish(),
  steps: z.array(textSchema).default([]),
  breathing: textSchema.nullish(),
  commonMistake: textSchema.nullish(),
  stopIf: textSchema.nullish(),
  /** What the figure shows, for who does not see it. */
  textAlternative: textSchema.nullish(),
});
export type ExerciseTexts = z.output<typeof exerciseTextsSchema>;
