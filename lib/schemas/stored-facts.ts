import { z } from "zod";
import {
  fusionEvidenceLevels,
  measureIds,
  personalValues,
  type EntryCriteria,
  type ProtocolWithEntry,
} from "@/lib/clinical/entry-criteria";
import {
  clearanceKeys,
  conditions,
  earliestRules,
  movementTags,
  procedureTypes,
  rampGroups,
  regions,
  treatmentRegions,
  type ExerciseFacts,
} from "@/lib/clinical/facts";
import { dosageSchema } from "./dosage";
import { textSchema } from "./text";

/**
 * The facts of an exercise and of a protocol as a clinic's library stores them. Stored data is parsed on every load: a misspelt tag or
 * contraindication stops the act, it never vanishes.
 */
const basis = z.enum(["sourced", "background, unverified"]);
const tag = z.strictObject({ tag: z.enum(movementTags), region: z.enum(regions).nullable() });
const day = z.number().int().min(0);

export const exerciseFactsSchema: z.ZodType<ExerciseFacts> = z.strictObject({
  id: z.string().min(1),
  name: textSchema,
  position: z.string(),
  tags: z.array(tag),
  earliest: z.record(
    z.string(),
    z.strictObject({
      rule: z.enum(earliestRules),
      day: day.nullable(),
      phase: z.number().int().min(1).nullable(),
      clearance: z.boolean(),
      basis,
    }),
  ),
  clearanceKey: z.enum(clearanceKeys),
  defaultDosage: dosageSchema,
  contraindicationCodes: z.array(
    z.strictObject({ condition: z.enum(conditions), severity: z.enum(["block", "override"]) }),
  ),
  rampGroup: z.enum(rampGroups).nullable(),
  sources: z.array(z.string()),
  basis,
});

const most = z.number().nullable();

const entryCriteria: z.ZodType<EntryCriteria> = z.strictObject({
  minDay: day,
  redFlagFreeDays: day,
  nprsAvg7dMax: most,
  nprsActivityMax: most,
  walkContinuousMin: most,
  sitToleranceMin: most,
  woundClosed: z.boolean().nullable(),
  fusionEvidence: z.enum(fusionEvidenceLevels),
  functional: z.array(
    z.strictObject({
      measure: z.enum(measureIds),
      op: z.enum(["<=", ">="]),
      value: z.union([z.number(), z.enum(personalValues)]),
      unit: z.string().min(1),
    }),
  ),
  adherencePct: most,
  other: z.array(textSchema),
});

const phaseFacts = z.strictObject({
  n: z.number().int().min(1),
  name: textSchema,
  dayStart: day,
  dayEndExclusive: day.nullable(),
  entryClearances: z.array(z.enum(clearanceKeys)),
  limits: z.strictObject({ liftKg: z.number().nullable(), sitMaxMin: z.number().nullable() }),
  blockedTags: z.array(tag),
  lines: z.array(
    z.strictObject({
      exercise: z.string().min(1),
      dosage: dosageSchema,
      requiresClearance: z.boolean(),
      availableFromDay: day,
    }),
  ),
  sources: z.array(z.string()),
  entryCriteria,
});

export const protocolFactsSchema: z.ZodType<ProtocolWithEntry> = z.strictObject({
  id: z.string().min(1),
  isOwn: z.literal(true).exactOptional(),
  shiftsFrom: day.exactOptional(),
  techniques: z.array(textSchema).exactOptional(),
  title: textSchema,
  procedureType: z.enum([...procedureTypes, "any"]),
  region: z.enum(treatmentRegions),
  anchor: z.enum(["PROCEDURE_DATE", "PATHWAY_START"]),
  phases: z.array(phaseFacts).min(1),
  sources: z.array(z.string()),
});
