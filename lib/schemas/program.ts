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
  /** The signed revision that the draft follows; a draft that was begun after another one counts its versions anew. */
  follows: z.int("badId").min(1, "badId").nullish(),
  startPhase: z.number("numberNeeded").int("wholeNumber").min(1, "outOfRange").max(12, "outOfRange"),
  lines: draftLinesSchema,
});
export type SaveDraftInput = z.output<typeof saveDraftSchema>;

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

/** The draft that stands when a save came too late: what the builder shows beside its own. */
export const draftConflictSchema = z.object({
  version: z.number(),
  currentRevision: z.number().nullable(),
  startPhase: z.number(),
  lines: draftLinesSchema,
  changedAt: z.string(),
  changedBy: z.string(),
});
export type StandingDraft = z.output<typeof draftConflictSchema>;

/** What the builder asks while a draft is open: who else is in it, and whether it has moved on. */
export const watchDraftSchema = z.strictObject({
  programId: z.uuid("badId"),
  version: readVersion,
  follows: z.int("badId").min(1, "badId").nullable(),
});
export type WatchDraftInput = z.output<typeof watchDraftSchema>;

/** How a draft ended under the hands of those who had it open. */
const draftEndSchema = z.discriminatedUnion("because", [
  z.object({ because: z.literal("signed"), by: z.string(), at: z.string(), number: z.number() }),
  z.object({ because: z.enum(["stopped", "completed", "closed"]) }),
]);
export type DraftEnd = z.output<typeof draftEndSchema>;

/** Who else is in a draft now; the draft that stands where it is not the version named; how it ended, where it did. */
export const draftWatchSchema = z.object({
  others: z.array(z.object({ id: z.string(), name: z.string(), since: z.string() })),
  standing: draftConflictSchema.nullable(),
  ended: draftEndSchema.nullable(),
});
export type DraftWatch = z.output<typeof draftWatchSchema>;
export type DraftPerson = DraftWatch["others"][number];

/** A revision's number in an address. */
export const revisionNumberSchema = z.coerce.number().int().min(1).max(100_000);
