import { z } from "zod";
import { clearanceKeys, clearanceStates } from "@/lib/clinical/facts";
import { stages, triageLevels } from "@/lib/clinical/triage-content";
import { subjectTextsSchema } from "@/lib/records/clearances/subject-texts";
import { termsSchema } from "@/lib/records/clearances/terms";
import { proposalsOfLineSchema } from "@/lib/records/proposals/proposals-of-line";
import { decisionOutcomes } from "@/lib/schemas/clearance";
import { dosageSchema } from "@/lib/schemas/dosage";
import { findingsSchema } from "@/lib/schemas/finding";
import { draftLineSchema } from "@/lib/schemas/program";
import { textSchema } from "@/lib/schemas/text";
import { signedStatesSchema } from "./override-authors";

const instant = z.iso.datetime({ offset: true }).transform((at) => new Date(at).toISOString());

/** Everything that the record says of one signed line. */
export const explainedLine = z.strictObject({
  revision: z.strictObject({
    id: z.string(),
    programId: z.string(),
    patientId: z.string(),
    number: z.number(),
    signedById: z.string(),
    signedName: z.string(),
    signedAt: instant,
    meaning: z.string(),
    sha256: z.string(),
    isCurrent: z.boolean(),
  }),
  line: draftLineSchema,
  name: textSchema,
  phaseName: textSchema,
  findings: findingsSchema,
  heldBackUntil: z.enum(["day", "clearance", "phase"]).nullable(),
  opensOn: z.iso.date(),
  /** Of the line itself and of its phase's entry. */
  needsKeys: z.array(z.enum(clearanceKeys)),
  template: z.strictObject({
    title: textSchema,
    number: z.number(),
    publishedAt: instant.nullable(),
    lines: z.array(
      z.strictObject({ templateLineId: z.string(), phase: z.number(), dosage: dosageSchema, starting: z.boolean() }),
    ),
  }),
  /** Revisions up to this one, oldest first, each with its lines of the same exercise. */
  revisions: signedStatesSchema,
  clearances: z.array(
    z.strictObject({
      id: z.string(),
      texts: subjectTextsSchema,
      opens: z.array(z.enum(clearanceKeys)),
      state: z.enum(clearanceStates),
      askedBy: z.string(),
      askedAt: instant,
      decision: z
        .strictObject({
          outcome: z.enum(decisionOutcomes),
          by: z.string(),
          at: instant,
          reason: z.string().nullable(),
          terms: termsSchema,
        })
        .nullable(),
    }),
  ),
  /** Of the seven days up to the signature, as they stood then. */
  checkIns: z.array(
    z.strictObject({ id: z.string(), onDay: z.iso.date(), stage: z.enum(stages), level: z.enum(triageLevels) }),
  ),
  proposals: proposalsOfLineSchema,
  /** The version of the clinic's numbers that judged it; null: as shipped. */
  settings: z.strictObject({ number: z.number(), at: instant, by: z.string(), reason: z.string() }).nullable(),
});
export type StoredExplanation = z.output<typeof explainedLine>;
