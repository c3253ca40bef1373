import * as z from "zod/mini";
import { dosageSchema } from "./dosage";
import { readVersion } from "./numbers";
import { optionalWords, textChecks } from "./typed-text";

const phase = z
  .number("numberNeeded")
  .check(z.int("wholeNumber"), z.minimum(1, "outOfRange"), z.maximum(12, "outOfRange"));
const revision = z.int("badId").check(z.minimum(1, "badId"));

/** One line of a draft; `id` is the line's own from draft to draft, so that two versions can be compared. */
export const draftLineSchema = z.strictObject({
  id: z.uuid("badId"),
  phase,
  exercise: z.string("required").check(...textChecks(80), z.minLength(1, "required")),
  dosage: dosageSchema,
  noteToPatient: optionalWords(300),
  overrideReason: optionalWords(500),
  /** The template line that it came from; null for an addition. */
  templateLineId: z.pipe(
    z.nullish(z.uuid("badId")),
    z.transform((id) => id ?? null),
  ),
});
const bilingual = z.strictObject({ en: z.string(), es: z.string() });
/** A line as a browser edits it: one of a template says besides whether an assignment takes it, and why. */
export const editedLineSchema = z.strictObject({
  ...draftLineSchema.shape,
  starting: z.optional(z.boolean()),
  startReason: z.optional(z.nullable(bilingual)),
});
export type DraftLine = z.output<typeof editedLineSchema>;

/** What a patient was told of a line before it was changed. */
export const earlierLineSchema = z.pick(draftLineSchema, { dosage: true, noteToPatient: true });

export const mostLines = 120;
export const draftLinesSchema = z.array(draftLineSchema).check(z.maxLength(mostLines, "tooMany"));

/** Saves the whole draft against the version that was read. */
export const saveDraftSchema = z.strictObject({
  programId: z.uuid("badId"),
  version: readVersion,
  /** The signed revision that the draft follows; a draft that was begun after another one counts its versions anew. */
  follows: z.nullish(revision),
  startPhase: phase,
  lines: draftLinesSchema,
});
export type SaveDraftInput = z.output<typeof saveDraftSchema>;

/** The draft that stands when a save came too late: what the builder shows beside its own. */
export const draftConflictSchema = z.object({
  version: z.number(),
  currentRevision: z.nullable(z.number()),
  startPhase: z.number(),
  lines: z.array(editedLineSchema),
  changedAt: z.string(),
  changedBy: z.string(),
});
export type StandingDraft = z.output<typeof draftConflictSchema>;

/** What the builder asks while a draft is open: who else is in it, and whether it has moved on. */
export const watchDraftSchema = z.strictObject({
  programId: z.uuid("badId"),
  version: readVersion,
  follows: z.nullable(revision),
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
  standing: z.nullable(draftConflictSchema),
  ended: z.nullable(draftEndSchema),
});
export type DraftWatch = z.output<typeof draftWatchSchema>;
export type DraftPerson = DraftWatch["others"][number];
