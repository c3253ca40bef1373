import { z } from "zod";
import { givenDay } from "./day";

/** What became of an exercise; "not-done" takes a mark back. */
export const outcomes = ["done", "skipped-it-hurts", "too-easy", "could-not", "not-done"] as const;
export type Outcome = (typeof outcomes)[number];

export const exerciseMarkSchema = z.strictObject({
  idempotencyKey: z.uuid("badId"),
  lineId: z.uuid("badId"),
  outcome: z.enum(outcomes, "chooseOne"),
  /** The calendar day that it is about, in the clinic's time zone; today when absent. */
  onDay: givenDay.optional(),
});
export type ExerciseMark = z.output<typeof exerciseMarkSchema>;
