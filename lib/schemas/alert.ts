import { z } from "zod";

const read = { alertId: z.uuid("badId"), version: z.number().int().min(1) };

/** Takes an alert on; `version` is the one that was read. */
export const acknowledgeAlertSchema = z.strictObject(read);
export type AcknowledgeAlertInput = z.output<typeof acknowledgeAlertSchema>;

/** Closes an alert with what was found and done. */
export const resolveAlertSchema = z.strictObject({
  ...read,
  reason: z.string().trim().min(1, "required").max(1000, "tooLong"),
});
export type ResolveAlertInput = z.output<typeof resolveAlertSchema>;
