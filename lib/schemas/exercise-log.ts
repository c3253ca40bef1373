import { z } from "zod";
import { givenDay, givenInstant } from "./day";
import { outcomes } from "./outcomes";

export const exerciseMarkSchema = z.strictObject({
  idempotencyKey: z.uuid("badId"),
  lineId: z.uuid("badId"),
  outcome: z.enum(outcomes, "chooseOne"),
  /** Which of the times a day that are prescribed, from 1. */
  session: z.coerce.number("numberNeeded").int("wholeNumber").min(1, "outOfRange").max(24, "outOfRange").default(1),
  /** The calendar day that it is about, in the clinic's time zone; today when absent. */
  onDay: givenDay.optional(),
  reportedAt: givenInstant.optional(),
  /** What the phone's clock shows while it sends: a clock that is wrong is told by it. */
  sentAt: givenInstant.optional(),
});
export type ExerciseMark = z.output<typeof exerciseMarkSchema>;
