import { z } from "zod";
import { fusionEvidenceLevels, measureIds, personalValues } from "@/lib/clinical/entry-criteria";
import { clearanceKeys, movementTags, procedureTypes, regions, treatmentRegions } from "@/lib/clinical/facts";
import { readVersion } from "./numbers";
import { draftLineSchema, mostLines } from "./program";
import { textSchema } from "./text";

/** Phases of a template; the exercises' own facts name phases up to 12. */
export const mostPhases = 12;

const wholeDay = z.int("wholeNumber").min(0, "outOfRange").max(3_650, "outOfRange");
const sources = z.array(z.string().min(1));

/** What a phase asks before it may begin; the clearances stand among the criteria. Ranges and order are the review's to judge. */
const entryCriteria = z.strictObject({
  minDay: wholeDay,
  redFlagFreeDays: wholeDay,
  nprsAvg7dMax: z.number().nullable(),
  nprsActivityMax: z.number().nullable(),
  walkContinuousMin: z.number().nullable(),
  sitToleranceMin: z.number().nullable(),
  woundClosed: z.boolean().nullable(),
  fusionEvidence: z.enum(fusionEvidenceLevels),
  clearances: z.array(z.enum(clearanceKeys)),
  functional: z.array(
    z.strictObject({
      measure: z.enum(measureIds),
      op: z.enum(["<=", ">="]),
      value: z.union([z.number(), z.enum(personalValues)]),
      unit: z.string().min(1),
    }),
  ),
  adherencePct: z.number().nullable(),
  other: z.array(textSchema),
});

/** A phase of a draft: as `template_phase.facts` holds it, with the patient's wording and without its lines. */
const templatePhaseSchema = z.strictObject({
  n: z.int().min(1).max(mostPhases),
  name: textSchema,
  patientName: textSchema,
  patientGoal: textSchema,
  dayStart: wholeDay,
  dayEndExclusive: wholeDay.nullable(),
  goals: z.array(textSchema),
  entryCriteria,
  precautions: z.array(textSchema),
  limits: z.strictObject({
    liftKg: z.number().nullable(),
    sitMaxMin: z.number().nullable(),
    brace: textSchema.nullable(),
    driving: textSchema.nullable(),
  }),
  blockedTags: z.array(z.strictObject({ tag: z.enum(movementTags), region: z.enum(regions).nullable() })),
  visits: textSchema,
  progressionCriteria: z.array(textSchema),
  regressionCriteria: z.array(textSchema),
  sources,
});
export type TemplatePhaseFacts = z.output<typeof templatePhaseSchema>;

/** What a draft says of the template itself and of its phases; `id` is the protocol as which the rules know it. */
export const templateFactsSchema = z.strictObject({
  id: z.string().min(1),
  title: textSchema,
  techniques: z.array(textSchema),
  procedureType: z.enum([...procedureTypes, "any"]),
  region: z.enum(treatmentRegions),
  anchor: z.enum(["PROCEDURE_DATE", "PATHWAY_START"]),
  phases: z.array(templatePhaseSchema).min(1).max(mostPhases, "tooMany"),
  sources,
});
export type TemplateFacts = z.output<typeof templateFactsSchema>;

/** A line of a template: a draft's line, and whether an assignment takes it, with the reason for that. It never has a note to a patient. */
export const templateLineSchema = z.strictObject({
  ...draftLineSchema.shape,
  noteToPatient: z.null("notInTemplate"),
  starting: z.boolean(),
  startReason: textSchema.nullable(),
});
export type TemplateLine = z.output<typeof templateLineSchema>;

export const templateLinesSchema = z.array(templateLineSchema).max(mostLines, "tooMany");

const templateId = z.uuid("badId");

/** Saves the lines of a template's draft against the version that was read. */
export const saveTemplateDraftSchema = z.strictObject({
  templateId,
  version: readVersion,
  lines: templateLinesSchema,
});
export type SaveTemplateDraftInput = z.output<typeof saveTemplateDraftSchema>;

/** Saves title, techniques and phases against the version that was read; the lines beside them where a phase took or lost some. */
export const saveTemplatePhasesSchema = z.strictObject({
  templateId,
  phasesVersion: readVersion,
  facts: templateFactsSchema,
  moved: z.strictObject({ version: readVersion, lines: templateLinesSchema }).optional(),
});
export type SaveTemplatePhasesInput = z.output<typeof saveTemplatePhasesSchema>;

/** The draft of a template as it stands: what an editor shows, and what a conflict shows beside one's own. */
export const templateDraftSchema = z.object({
  templateId: z.string(),
  facts: templateFactsSchema,
  lines: templateLinesSchema,
  version: z.number(),
  phasesVersion: z.number(),
  /** The published version that it was begun from: an own one, or a shipped one before there is any. */
  basedOn: z.object({ id: z.string(), number: z.number(), isOwn: z.boolean() }),
  changedAt: z.string(),
  changedBy: z.string(),
});
export type StandingTemplateDraft = z.output<typeof templateDraftSchema>;
