import { z } from "zod";

/** Lifts a hold and says why the patient may go on. */
export const liftHoldSchema = z.strictObject({
  holdId: z.uuid("badId"),
  reason: z.string().trim().min(1, "required").max(1000, "tooLong"),
});
export type LiftHoldInput = z.output<typeof liftHoldSchema>;
