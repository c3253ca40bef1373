import { z } from "zod";
import {
  pathways,
  triageLevels,
  triageProcedures,
  triageRegions,
  type Answer,
  type ContextCondition,
  type TriageCondition,
  type TriageContext,
} from "@/lib/clinical/triage-content";
import { textSchema } from "../text";
import { basis, contentId, sourceIds } from "./pieces";

const answer = z.union([z.string(), z.number(), z.boolean()]);
const comparison = z.enum(["==", "!=", ">=", "<=", ">", "<", "in"]);
const inputKey = z.string().regex(/^[a-zA-Z]+$/);
const oneOf = <T extends z.ZodType>(value: T) => z.union([value, z.array(value)]);

const fact = <K extends keyof TriageContext, T extends z.ZodType<Answer | Answer[]>>(key: K, value: T) =>
  z.tuple([z.literal("ctx"), z.literal(key), comparison, value]);
const contextCondition: z.ZodType<ContextCondition> = z.union([
  fact("region", oneOf(z.enum(triageRegions))),
  fact("procedureType", oneOf(z.enum(triageProcedures))),
  fact("pathway", oneOf(z.enum(pathways))),
  fact("surgical", z.boolean()),
  fact("daysSince", z.int()),
  fact("inExpectedFlare", z.boolean()),
]);

const condition: z.ZodType<TriageCondition> = z.lazy(() =>
  z.union([
    contextCondition,
    z.tuple([z.literal("rise"), inputKey, inputKey, z.int().min(1)]),
    z.tuple([z.literal("not"), condition]),
    z.tuple([z.enum(["and", "or"]), condition], condition),
    z.tuple([comparison, inputKey, oneOf(answer)]),
  ]),
);

const input = z.strictObject({
  key: inputKey,
  type: z.enum(["int0-10", "number", "enum", "bool"]),
  values: z
    .array(z.strictObject({ value: z.string().min(1), label: textSchema }))
    .min(2)
    .exactOptional(),
  range: z.tuple([z.number(), z.number()]).exactOptional(),
  question: textSchema,
  required: z.union([z.boolean(), z.literal("conditional")]),
  redFlag: z.boolean(),
  requiredWhen: contextCondition.nullable(),
  quiet: answer.nullable(),
  group: contentId.nullable(),
  /** The patient's words beside the box of each worrying value. */
  signs: z.array(z.strictObject({ value: answer, label: textSchema })),
});

const rule = z.strictObject({
  id: contentId,
  level: z.enum(triageLevels),
  name: textSchema,
  condition,
  action: textSchema,
  patientMessage: textSchema,
  sources: sourceIds,
  basis,
});

const notified = z.array(
  z.enum(["PATIENT_CALL_EMERGENCY", "SURGEON", "SURGEON_TASK", "INJECTOR_TASK", "PT", "PT_FEED"]),
);

/** `prisma/content/triage.json`. */
export const triageContentSchema = z.strictObject({
  levels: z.array(
    z.strictObject({
      code: z.enum(triageLevels),
      level: z.int().min(0).max(4),
      label: textSchema,
      programEffect: textSchema,
      /** Minutes. */
      slaMinutes: z.int().min(0).nullable(),
      notify: notified,
    }),
  ),
  /** The groups of warning signs on screen, each with its own "none of these", in order. */
  groups: z.array(z.strictObject({ id: contentId, label: textSchema })),
  inputs: z.array(input),
  rules: z.array(rule),
  trendRules: z.array(
    rule
      .omit({ condition: true, level: true })
      .extend({ level: z.enum(triageLevels).nullable(), notify: notified, rule: textSchema }),
  ),
  parameters: z.record(
    z.string(),
    z.strictObject({
      default: z.number(),
      unit: z.string().exactOptional(),
      basis: z.string().min(1),
      rules: z.array(contentId),
    }),
  ),
});
export type ShippedTriage = z.infer<typeof triageContentSchema>;
