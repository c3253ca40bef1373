import { z } from "zod";
import { readVersion } from "./numbers";
import { words } from "./words";

/** Begins the next phase of a program, against the version that was read, and says why. */
export const advancePhaseSchema = z.strictObject({
  programId: z.uuid("badId"),
  version: readVersion,
  reason: words(1000, { multiline: true }).min(1, "required"),
});
export type AdvancePhaseInput = z.output<typeof advancePhaseSchema>;
