import { z } from "zod";
import { readVersion } from "./numbers";
import { words } from "./words";

const read = { alertId: z.uuid("badId"), version: readVersion };

/** Takes an alert on; `version` is the one that was read. */
export const acknowledgeAlertSchema = z.strictObject(read);
export type AcknowledgeAlertInput = z.output<typeof acknowledgeAlertSchema>;

/** Closes an alert with what was found and done. */
export const resolveAlertSchema = z.strictObject({
  ...read,
  reason: words(1000, { multiline: true }).min(1, "required"),
});
export type ResolveAlertInput = z.output<typeof resolveAlertSchema>;
