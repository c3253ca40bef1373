import { z } from "zod";
import { fusionEvidenceLevels, measureIds, personalValues } from "@/lib/clinical/entry-criteria";
import { clearanceKeys, procedureTypes, treatmentRegions } from "@/lib/clinical/facts";
import { dosageSchema } from "../dosage";
import { textSchema } from "../text";
import { contentId, day, phaseNumber, protocolIds, regionalTag, sourceIds } from "./pieces";

const score = z.int().min(0).max(10).nullable();
const minutes = z.number().positive().nullable();

/** Null: the phase does not ask for it. Time is necessary, never sufficient: every criterion must hold. */
const entryCriteria = z.strictObject({
  minDay: day,
  redFlagFreeDays: day,
  nprsAvg7dMax: score,
  nprsActivityMax: score,
  walkContinuousMin: minutes,
  sitToleranceMin: minutes,
  woundClosed: z.boolean().nullable(),
  fusionEvidence: z.enum(fusionEvidenceLevels),
  clearances: z.array(z.enum(clearanceKeys)),
  /** A value that is no number ("age/sex norm") is read from the evidence beside the result. */
  functional: z.array(
    z.strictObject({
      measure: z.enum(measureIds),
      op: z.enum(["<=", ">="]),
      value: z.union([z.number(), z.enum(personalValues)]),
      unit: z.string().min(1),
    }),
  ),
  adherencePct: z.int().min(0).max(100).nullable(),
  /** Each is a criterion of its own, met by a clinician's dated confirmation. */
  other: z.array(textSchema),
});

const line = z.strictObject({
  exercise: contentId,
  /** The phase's default. */
  dosage: dosageSchema,
  requiresClearance: z.boolean(),
  availableFromDay: day,
  /** Named where the line needs one; the exercise's own. */
  clearanceKey: z.enum(clearanceKeys).optional(),
  /** Among the at most 6 lines that an assignment takes. */
  starting: z.boolean(),
  /** Why it is among them. */
  reason: textSchema.nullable(),
  /** Why the default itself stands although a rule asks for a reason. */
  overrideReason: textSchema.nullable(),
});

const phase = z.strictObject({
  n: phaseNumber,
  name: textSchema,
  patientName: textSchema,
  /** What the phase is for, in the patient's words. */
  patientGoal: textSchema,
  dayStart: day,
  dayEndExclusive: day.nullable(),
  goals: z.array(textSchema).min(1),
  entryCriteria,
  /** The clearances of the entry criteria. */
  entryClearances: z.array(z.enum(clearanceKeys)),
  precautions: z.array(textSchema),
  limits: z.strictObject({
    liftKg: z.number().positive().nullable(),
    sitMaxMin: minutes,
    brace: textSchema.nullable(),
    driving: textSchema.nullable(),
  }),
  blockedTags: z.array(regionalTag),
  /** How often the therapist sees the patient. */
  visits: textSchema,
  progressionCriteria: z.array(textSchema),
  regressionCriteria: z.array(textSchema),
  sources: sourceIds,
  lines: z.array(line).min(1),
});
export type ContentPhase = z.infer<typeof phase>;

/** One file of `prisma/content/protocols/`. */
export const protocolSchema = z.strictObject({
  id: z.enum(protocolIds),
  title: textSchema,
  procedureType: z.enum([...procedureTypes, "any"]),
  region: z.enum(treatmentRegions),
  techniques: z.array(textSchema),
  anchor: z.enum(["PROCEDURE_DATE", "PATHWAY_START"]),
  notes: z.array(textSchema),
  sources: sourceIds,
  sourceDisagreements: z.array(textSchema),
  /** What is sourced and what is background. */
  basis: textSchema,
  numericThresholdBasis: textSchema,
  phases: z.array(phase).min(1),
});
export type ContentProtocol = z.infer<typeof protocolSchema>;
