import { z } from "zod";
import { clearanceKeys, clearanceStates, procedureTypes, regions, restrictionKinds } from "@/lib/clinical/facts";
import { endKinds } from "@/lib/clinical/episode-end";
import { stages, triageLevels } from "@/lib/clinical/triage-content";
import { dosageSchema } from "./dosage";
import { episodeSummarySchema } from "./episode-summary";
import { outcomes } from "./outcomes";
import { holdCauses } from "./hold";
import { episodeRegions } from "./patient";
import { textSchema } from "./text";

/** Days are calendar days of the clinic, instants ISO texts in UTC; words of the content are in both languages. */
const day = z.iso.date();
const instant = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());
const numeric = z.coerce.number();
const dose = z.strictObject({ dosage: dosageSchema, noteToPatient: z.string().nullable() });
const happened = { on: day, at: z.iso.datetime() };

/** One thing that happened to a program, as its patient was told. */
const historyEntrySchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...happened,
    kind: z.literal("changes"),
    number: z.number(),
    by: z.string(),
    changes: z.array(
      z.strictObject({
        kind: z.enum(["added", "changed", "stopped"]),
        exercise: textSchema,
        before: dose.nullable(),
        after: dose.nullable(),
      }),
    ),
  }),
  z.strictObject({
    ...happened,
    kind: z.enum(["begun", "step", "back"]),
    name: textSchema.nullable(),
    by: z.string(),
  }),
  z.strictObject({
    ...happened,
    kind: z.literal("pause"),
    isSuspension: z.boolean(),
    /** Null: the patient's answers did. */
    by: z.string().nullable(),
    cause: z.enum(holdCauses).nullable(),
  }),
  z.strictObject({ ...happened, kind: z.literal("resume"), by: z.string() }),
]);

/** One treatment with everything about it that its patient may read. */
export const ownTreatmentSchema = z.strictObject({
  id: z.string(),
  procedureType: z.enum(procedureTypes),
  region: z.enum(episodeRegions),
  levels: z.array(z.string()),
  technique: z.string(),
  procedureOn: day,
  pathwayStart: day.nullable(),
  surgeon: z.string(),
  protocol: textSchema.nullable(),
  openedOn: day,
  endedOn: day.nullable(),
  endedAs: z.enum(endKinds).nullable(),
  /** In words, newest first. */
  history: z.array(historyEntrySchema),
  /** Every signed revision of the program, also those that changed nothing for the patient. */
  revisions: z.array(z.strictObject({ number: z.number(), on: day, by: z.string() })),
  /** What the patient may do now. */
  exercises: z.array(dose.extend({ exercise: textSchema })),
  restrictions: z.array(
    z.strictObject({
      kind: z.enum(restrictionKinds),
      region: z.enum(regions).nullable(),
      kg: numeric.nullable(),
      minutes: z.number().nullable(),
      isInForce: z.boolean(),
      from: day,
      untilDate: day.nullable(),
      untilPhase: z.number().nullable(),
      untilClearance: z.enum(clearanceKeys).nullable(),
      orderedBy: z.string(),
    }),
  ),
  clearances: z.array(
    z.strictObject({
      subject: z.string(),
      kind: z.enum(["activity", "key"]),
      name: textSchema,
      state: z.enum(clearanceStates),
      askedOn: day,
      decidedOn: day.nullable(),
      decidedBy: z.string().nullable(),
      from: day.nullable(),
      until: day.nullable(),
      maxMinutes: z.number().nullable(),
      maxKg: numeric.nullable(),
      words: z.string().nullable(),
      nextLookOn: day.nullable(),
    }),
  ),
  questions: z.array(
    z.strictObject({
      askedOn: day,
      about: textSchema.nullable(),
      question: z.string().nullable(),
      answer: z.string().nullable(),
      answeredBy: z.string().nullable(),
      answeredOn: day.nullable(),
      /** In the place of an answer somebody was asked to decide it. */
      isForwarded: z.boolean(),
    }),
  ),
  /** Of tests at visits; the unit is the test's. */
  results: z.array(
    z.strictObject({ test: z.string(), name: textSchema.nullable(), value: z.number(), unit: z.string(), on: day }),
  ),
  /** What was signed at the end, and the care team's words to it. */
  summary: episodeSummarySchema.nullable(),
  advice: z.string().nullable(),
});
export type OwnTreatment = z.output<typeof ownTreatmentSchema>;

/** A check-in; scores 0–10. One that was entered in error stays in the record beside the one that corrects it. */
export const ownCheckInSchema = z.strictObject({
  id: z.string(),
  onDay: day,
  reportedAt: instant,
  stage: z.enum(stages),
  painBefore: z.number().nullable(),
  painDuring: z.number().nullable(),
  painAfter: z.number().nullable(),
  level: z.enum(triageLevels),
  /** As it was sent, by the question's key; null: not sure. */
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** What was answered beside pain and was not quiet ("no", "none of these"), in words. */
  said: z.array(
    z.strictObject({ question: textSchema, answer: z.union([textSchema, z.number(), z.boolean(), z.null()]) }),
  ),
  isCorrected: z.boolean(),
  corrects: z.string().nullable(),
  correctionReason: z.string().nullable(),
});
export type OwnCheckIn = z.output<typeof ownCheckInSchema>;

/** What became of an exercise on a day; "not-done" takes the mark before it back. */
export const ownMarkSchema = z.strictObject({
  onDay: day,
  session: z.number(),
  exercise: textSchema,
  outcome: z.enum(outcomes),
  reportedAt: instant,
});
export type OwnMark = z.output<typeof ownMarkSchema>;

/**
 * Everything of a patient's own record that they may read, as one file; docs/decisions/0037 says what is in it and what is not. `version` goes up
 * with every change that a reader of the file could trip over.
 */
export const ownRecordSchema = z.strictObject({
  format: z.literal("phasewise-own-record"),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  timeZone: z.string(),
  clinic: z.strictObject({ name: z.string(), phone: z.string() }),
  person: z.strictObject({
    name: z.string(),
    recordNumber: z.string(),
    bornOn: day,
    language: z.enum(["en", "es"]),
    phone: z.string().nullable(),
  }),
  team: z.array(
    z.strictObject({ name: z.string(), role: z.enum(["therapist", "surgeon"]), from: day, to: day.nullable() }),
  ),
  /** The latest first. */
  treatments: z.array(ownTreatmentSchema),
  /** Reports that could not be part of the record, such as one that came after the treatment had ended: the care team read them. Oldest first. */
  setAside: z.array(
    z.strictObject({
      kind: z.enum(["check-in", "exercise-mark"]),
      why: z.enum(["no-open-episode", "not-open", "too-old", "not-asked", "not-correctable"]),
      onDay: day,
      reportedAt: instant,
      /** As it was sent. */
      answers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
      outcome: z.enum(outcomes).nullable(),
    }),
  ),
  /** Oldest first. */
  checkIns: z.array(ownCheckInSchema),
  /** Oldest first. */
  marks: z.array(ownMarkSchema),
});
/** Everything but the long lists, which are read as they are written. */
export type OwnRecordHead = Omit<z.output<typeof ownRecordSchema>, "checkIns" | "marks">;
