import { z } from "zod";
import { words } from "./words";

/** Lifts a hold and says why the patient may go on. */
export const liftHoldSchema = z.strictObject({
  holdId: z.uuid("badId"),
  reason: words(1000, { multiline: true }).min(1, "required"),
});
export type LiftHoldInput = z.output<typeof liftHoldSchema>;
