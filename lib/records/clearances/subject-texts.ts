import { z } from "zod";

const text = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });

/** The words of a clearance subject as the clinic's library stores them; unknown keys belong to other readers. */
export const subjectTextsSchema = z.object({
  name: text,
  /** Of a key: what it opens. */
  meaning: text.nullable().default(null),
  /** Of an activity the patient's word for it, of a key a whole sentence. */
  patientName: text.nullable().default(null),
  /** What must hold before the activity, as the guideline puts it. */
  conditions: z.array(text).default([]),
  /** By protocol id: when the activity typically begins; `earliestDay` null where only an individual decision can say. */
  typicalEarliest: z
    .record(
      z.string(),
      z.object({
        earliestDay: z.number().int().min(0).nullable(),
        rule: z.enum(["FROM_DAY", "INDIVIDUAL_CLEARANCE", "AVOID_UNLESS_SURGEON_OVERRIDES"]),
        basis: z.enum(["sourced", "background, unverified"]),
      }),
    )
    .default({}),
  sources: z.array(z.string()).default([]),
});
export type SubjectTexts = z.output<typeof subjectTextsSchema>;
