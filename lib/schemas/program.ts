import { z } from "zod";
import { clearanceKeys } from "@/lib/clinical/facts";
import { dosageSchema } from "./dosage";
import { readVersion } from "./numbers";
import { optionalWords, words } from "./words";

/** One line of a draft; `id` is the line's own from draft to draft, so that two versions can be compared. */
export const draftLineSchema = z.strictObject({
  id: z.uuid("badId"),
  phase: z.number("numberNeeded").int("wholeNumber").min(1, "outOfRange").max(12, "outOfRange"),
  exercise: words(80).min(1, "required"),
  dosage: dosageSchema,
  noteToPatient: optionalWords(300),
  overrideReason: optionalWords(500),
  /** The template line that it came from; null for an addition. */
  templateLineId: z
    .uuid("badId")
    .nullish()
    .transform((id) => id ?? null),
});
export type DraftLine = z.output<typeof draftLineSchema>;

export const draftLinesSchema = z.array(draftLineSchema).max(120, "tooMany");

/** Saves the whole draft against the version that was read. */
export const saveDraftSchema = z.strictObject({
  programId: z.uuid("badId"),
  version: readVersion,
  startPhase: z.number("numberNeeded").int("wholeNumber").min(1, "outOfRange").max(12, "outOfRange"),
  lines: draftLinesSchema,
});
export type SaveDraftInput = z.output<typeof saveDraftSchema>;

/** Signs the draft of the version that was read, and asks for the clearances that it waits for. */
export const signRevisionSchema = z.strictObject({
  programId: z.uuid("badId"),
  version: readVersion,
  askFor: z.array(z.enum(clearanceKeys, "chooseOne")).max(clearanceKeys.length, "tooMany"),
  question: words(500, { multiline: true }),
  password: z.string().min(1, "required").max(1024, "tooLong"),
});
export type SignRevisionInput = z.output<typeof signRevisionSchema>;

/** A verb on one program, by its id. */
export const programIdSchema = z.strictObject({ programId: z.uuid("badId") });

/** The draft that stands when a save came too late: what the builder shows beside its own. */
export const draftConflictSchema = z.object({
  version: z.number(),
  startPhase: z.number(),
  lines: draftLinesSchema,
  changedAt: z.string(),
  changedBy: z.string(),
});
export type StandingDraft = z.output<typeof draftConflictSchema>;

/** A revision's number in an address. */
export const revisionNumberSchema = z.coerce.number().int().min(1).max(100_000);
