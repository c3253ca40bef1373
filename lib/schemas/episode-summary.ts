import { z } from "zod";
import {
  clearanceKeys,
  clearanceStates,
  conditions,
  procedureTypes,
  regions,
  restrictionKinds,
} from "@/lib/clinical/facts";
import { dosageSchema } from "./dosage";
import { episodeRegions } from "./patient";
import { textSchema } from "./text";

const day = z.iso.date();
const numeric = z.coerce.number();
const mean = z.strictObject({ mean: z.number(), days: z.number(), from: day, to: day });
const observed = z.strictObject({ value: numeric, norm: numeric.nullable(), on: day });

/**
 * What was done in an episode, as it stands in the summary that is signed. Nothing in it was ever withheld from the patient: no line that was not
 * open at the end, no evidence with a clinician's note. Days are calendar days of the clinic.
 */
export const episodeSummarySchema = z.strictObject({
  patient: z.strictObject({ name: z.string(), mrn: z.string(), bornOn: day, language: z.enum(["en", "es"]) }),
  treatment: z.strictObject({
    procedureType: z.enum(procedureTypes),
    region: z.enum(episodeRegions),
    levels: z.array(z.string()),
    technique: z.string(),
    procedureOn: day,
    pathwayStart: day.nullable(),
    surgeon: z.string(),
    protocol: textSchema,
    also: z.array(z.strictObject({ title: textSchema, anchorOn: day })),
  }),
  /** The last day; what is counted by days, counts up to it. */
  endedOn: day,
  openedOn: day,
  /** As they were entered, in order; how many the protocol has. */
  phases: z.array(z.strictObject({ n: z.number(), name: textSchema, from: day, to: day.nullable() })),
  phaseCount: z.number(),
  revisions: z.array(z.strictObject({ number: z.number(), on: day, by: z.string() })),
  /** One entry a day: the latest answer before a session, the worst during one; 0–10. */
  pain: z.array(z.strictObject({ on: day, before: z.number().nullable(), worst: z.number().nullable() })),
  /** Means before a session over the first and the last seven days with an answer; null without any. */
  painFirst: mean.nullable(),
  painLast: mean.nullable(),
  /** Function tests and tolerances by criterion: `functional:TUG`, `walkContinuousMin`. */
  tests: z.array(z.strictObject({ criterion: z.string(), first: observed, last: observed })),
  /** Days with an exercise done, of the days of the program that were not on hold. */
  exerciseDays: z.strictObject({ done: z.number(), of: z.number() }),
  checkInDays: z.number(),
  holds: z.array(z.strictObject({ from: day, to: day.nullable(), isSuspension: z.boolean() })),
  /** As they stood on the day of the signature. */
  clearances: z.array(
    z.strictObject({
      subjectId: z.string(),
      kind: z.enum(["activity", "key"]),
      name: textSchema,
      state: z.enum(clearanceStates),
      from: day.nullable(),
      until: day.nullable(),
      maxMinutes: z.number().nullable(),
      maxKg: numeric.nullable(),
    }),
  ),
  /**
   * What the patient may do on the day of the signature, in the patient's words, within what the restrictions leave of each limit. Of a key the name is
   * a whole sentence.
   */
  allowed: z.array(
    z.strictObject({
      id: z.string(),
      name: textSchema,
      maxMinutes: z.number().nullable(),
      maxKg: numeric.nullable(),
      until: day.nullable(),
      words: z.string().nullable(),
    }),
  ),
  /** In force on the day of the signature. */
  restrictions: z.array(
    z.strictObject({
      kind: z.enum(restrictionKinds),
      region: z.enum(regions).nullable(),
      kg: numeric.nullable(),
      minutes: z.number().nullable(),
      untilDate: day.nullable(),
      untilPhase: z.number().nullable(),
      untilClearance: z.enum(clearanceKeys).nullable(),
    }),
  ),
  conditions: z.array(z.enum(conditions)),
  /** What was open to the patient on the last day. */
  exercises: z.array(z.strictObject({ name: textSchema, dosage: dosageSchema })),
});
export type EpisodeSummary = z.output<typeof episodeSummarySchema>;
