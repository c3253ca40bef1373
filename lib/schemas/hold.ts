import { z } from "zod";
import { readVersion } from "./numbers";
import { optionalWords } from "./typed-text";
import { words } from "./words";

/** Why a clinician holds a program; a hold of a rule has the rule's id as its cause. */
export const holdCauses = ["more-pain", "new-finding", "illness", "waits-for-review", "away", "other-reason"] as const;

/** Holds a program, against the version that was read. */
export const holdProgramSchema = z.strictObject({
  programId: z.uuid("badId"),
  version: readVersion,
  cause: z.enum(holdCauses, "chooseOne"),
  words: words(1000, { multiline: true }).min(1, "required"),
  /** Whether easy walks, ankle pumps and breathing stay open. */
  easyActivityAllowed: z.boolean("yesOrNo"),
  /** A surgeon's hold that only a surgeon lifts. */
  surgeonOnly: z.boolean("yesOrNo").default(false),
});
export type HoldProgramInput = z.output<typeof holdProgramSchema>;

/** Lifts a hold and says why the patient may go on; after a long one also in which phase. */
export const liftHoldSchema = z.strictObject({
  holdId: z.uuid("badId"),
  reason: words(1000, { multiline: true }).min(1, "required"),
  phase: z.int("chooseOne").min(1, "chooseOne").max(20, "chooseOne").nullable().default(null),
  /** Why above the phase whose criteria are met. */
  stayReason: optionalWords(1000),
});
export type LiftHoldInput = z.input<typeof liftHoldSchema>;
