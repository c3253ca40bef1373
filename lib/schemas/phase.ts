import { z } from "zod";
import { readVersion } from "./numbers";
import { words } from "./words";

const reason = words(1000, { multiline: true }).min(1, "required");
const ofProgram = { programId: z.uuid("badId"), version: readVersion };

/** Begins the next phase of a program, against the version that was read, and says why. */
export const advancePhaseSchema = z.strictObject({ ...ofProgram, reason });
export type AdvancePhaseInput = z.output<typeof advancePhaseSchema>;

/** Goes back to an earlier phase, which is chosen and not proposed, and says why. */
export const stepBackSchema = z.strictObject({
  ...ofProgram,
  phase: z.int("chooseOne").min(1, "chooseOne").max(20, "chooseOne"),
  reason,
});
export type StepBackInput = z.output<typeof stepBackSchema>;

/** Completes a program and says why it is done. */
export const completeProgramSchema = z.strictObject({ ...ofProgram, reason });
export type CompleteProgramInput = z.output<typeof completeProgramSchema>;
