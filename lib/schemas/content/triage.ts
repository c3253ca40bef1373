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
  type WrittenCondition,
} from "@/lib/clinical/triage-content";
import { withParameters } from "@/lib/clinical/triage-parameters";
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

/** A number by its name in `parameters`; that it stands there is a cross-check. */
const named = z.strictObject({ parameter: z.string().regex(/^[a-zA-Z]+$/) });

const condition: z.ZodType<WrittenCondition> = z.lazy(() =>
  z.union([
    contextCondition,
    z.tuple([z.literal("ctx"), z.literal("daysSince"), comparison, named]),
    z.tuple([z.literal("rise"), inputKey, inputKey, z.union([z.int().min(1), named])]),
    z.tuple([z.literal("not"), condition]),
    z.tuple([z.enum(["and", "or"]), condition], condition),
    z.tuple([comparison, inputKey, z.union([oneOf(answer), named])]),
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
  /** In its place while nobody has seen the report, where it promises what somebody else does. */
  patientMessageUnsent: textSchema.exactOptional(),
  sources: sourceIds,
  basis,
});

const notified = z.array(
  z.enum(["PATIENT_CALL_EMERGENCY", "SURGEON", "SURGEON_TASK", "INJECTOR_TASK", "PT", "PT_FEED"]),
);

/** In the place of a condition whose numbers are not known yet. */
const open: TriageCondition = ["or"];

/** `prisma/content/triage.json`; its conditions come out with the shipped numbers. */
export const triageContentSchema = z
  .strictObject({
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
  })
  .transform((content) => {
    const rules = content.rules.map((rule) => ({ ...rule, written: rule.condition, condition: open, confirmed: open }));
    const parameters = Object.fromEntries(
      Object.entries(content.parameters).map(([name, parameter]) => [name, { ...parameter, value: parameter.default }]),
    );
    return withParameters({ ...content, rules, parameters }, {});
  });
export type ShippedTriage = z.infer<typeof triageContentSchema>;
