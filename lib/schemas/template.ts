import { z } from "zod";
import { fusionEvidenceLevels, measureIds, personalValues } from "@/lib/clinical/entry-criteria";
import { clearanceKeys, movementTags, procedureTypes, regions, treatmentRegions } from "@/lib/clinical/facts";
import { readVersion } from "./numbers";
import { draftLineSchema } from "./program";
import { textSchema } from "./text";
import { words } from "./words";

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

/** A stored phase of any version; what else the shipped content says of it is left out. */
export const storedPhaseSchema = z.object(templatePhaseSchema.shape);

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

/** A protocol has all its alternatives beside the starting selection; the largest shipped one has about 200 lines. */
const mostTemplateLines = 500;
const templateLinesSchema = z.array(templateLineSchema).max(mostTemplateLines, "tooMany");

const templateId = z.uuid("badId");

/** Saves the lines of a template's draft against the version that was read. */
export const saveTemplateDraftSchema = z.strictObject({
  templateId,
  version: readVersion,
  /** The own version that the draft follows, 0 before there is one. */
  follows: z.int("badId").min(0, "badId").optional(),
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

const reason = words(1000, { multiline: true }).min(1, "required");
const title = z.strictObject({ en: words(120).min(1, "required"), es: words(120) });

/** Begins a template from the newest version of another one, or from the revision of a program that is in force. Spanish left out is the English. */
export const beginTemplateSchema = z.strictObject({
  from: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("template"), templateId }),
    z.strictObject({ kind: z.literal("program"), programId: z.uuid("badId") }),
  ]),
  title: title.transform(({ en, es }) => ({ en, es: es || en })),
});
export type BeginTemplateInput = z.output<typeof beginTemplateSchema>;

/** A verb on one template, by its id. */
export const templateIdSchema = z.strictObject({ templateId });

/** Title and techniques of a template's draft, against the version of its phases that was read. */
export const renameTemplateSchema = z.strictObject({
  ...{ templateId, phasesVersion: readVersion, title: title.transform(({ en, es }) => ({ en, es: es || en })) },
  techniques: z.array(words(80).min(1, "required")).max(40, "tooMany"),
});
export type RenameTemplateInput = z.output<typeof renameTemplateSchema>;

/** Publishes the draft that was read, with what is new in it and why it may be less strict than the shipped protocol. */
export const publishTemplateSchema = z.strictObject({
  templateId,
  version: readVersion,
  phasesVersion: readVersion,
  note: reason,
  lessStrictReason: words(1000, { multiline: true }).default(""),
  password: z.string().min(1, "required").max(1024, "tooLong"),
});
export type PublishTemplateInput = z.output<typeof publishTemplateSchema>;

/** Retires a template of the clinic's own, and says why. */
export const retireTemplateSchema = z.strictObject({ templateId, reason });
export type RetireTemplateInput = z.output<typeof retireTemplateSchema>;

/** Proposes the newest version of a template to programs that run by an older one. */
export const proposeVersionSchema = z.strictObject({
  templateId,
  programIds: z.array(z.uuid("badId")).min(1, "chooseOne").max(200, "tooMany"),
});
export type ProposeVersionInput = z.output<typeof proposeVersionSchema>;

/** One state of a template in an address: a version by its number, the shipped protocol that it is measured by, or the draft. */
const stateSchema = z.union([z.literal("shipped"), z.literal("draft"), z.coerce.number().int().min(1).max(100_000)]);
export type TemplateState = z.output<typeof stateSchema>;

/** Which two states of a template are compared; anything else in an address is not there. */
export const templateComparisonSchema = z.object({ from: stateSchema, to: stateSchema });
export type TemplateComparison = z.output<typeof templateComparisonSchema>;

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
