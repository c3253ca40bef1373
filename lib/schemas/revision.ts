import { z } from "zod";
import { clearanceKeys } from "@/lib/clinical/facts";
import { readVersion } from "./numbers";
import { words } from "./words";

/** Signs the draft of the version that was read, and asks for the clearances that it waits for. */
export const signRevisionSchema = z.strictObject({
  programId: z.uuid("badId"),
  version: readVersion,
  /** The signed revision that the draft on the page follows: a later draft counts its versions anew. */
  follows: z.int("badId").min(1, "badId").nullish(),
  askFor: z.array(z.enum(clearanceKeys, "chooseOne")).max(clearanceKeys.length, "tooMany"),
  question: words(500, { multiline: true }),
  password: z.string().min(1, "required").max(1024, "tooLong"),
});
export type SignRevisionInput = z.output<typeof signRevisionSchema>;

/** Whose program it is, to come back to it. */
export const programPatientSchema = z.uuid("badId");

/** A verb on one program, by its id. */
export const programIdSchema = z.strictObject({ programId: z.uuid("badId") });

/** The patient's word that they have read what a revision changed. */
export const seenChangesSchema = z.strictObject({ revisionId: z.uuid("badId") });
export type SeenChangesInput = z.output<typeof seenChangesSchema>;

/** A revision's number in an address. */
export const revisionNumberSchema = z.coerce.number().int().min(1).max(100_000);
