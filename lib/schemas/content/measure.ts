import { z } from "zod";
import { measureIds } from "@/lib/clinical/entry-criteria";
import { directions, licenceVerdicts, measureKinds, type Measure } from "@/lib/clinical/measure-content";
import { textSchema } from "../text";
import { basis, sourceIds } from "./pieces";

const range = z.tuple([z.number(), z.number().nullable()]);

const itemScoring = z.strictObject({
  method: z.literal("items"),
  count: z.tuple([z.int().min(1), z.int().min(1)]),
  range,
  whole: z.boolean(),
  reversed: z.array(z.int().min(1)),
  missing: z.discriminatedUnion("as", [
    z.strictObject({ as: z.literal("refused") }),
    z.strictObject({ as: z.literal("zero") }),
    z.strictObject({ as: z.literal("left-out"), fewest: z.int().min(1), basis }),
  ]),
  score: z.enum(["sum", "percent", "mean"]),
  percentToo: z.boolean(),
});

const normRows = z.array(z.strictObject({ from: z.int(), to: z.int(), below: z.int() })).min(1);

const form = z.strictObject({
  id: z.string().regex(/^[A-Z0-9_-]+$/),
  name: textSchema,
  units: z.tuple([z.string().min(1)], z.string().min(1)),
  range: range.nullable(),
  direction: z.enum(directions),
  scoring: z.discriminatedUnion("method", [
    itemScoring,
    z.strictObject({ method: z.literal("total-only"), because: textSchema }),
  ]),
  decimals: z.int().min(0).max(2),
  bandDecimals: z.int().min(0).max(2),
  bands: z.array(z.strictObject({ min: z.number().nullable(), max: z.number().nullable(), label: textSchema, basis })),
  norms: z.strictObject({ male: normRows, female: normRows }).nullable(),
  mayBeUnable: z.boolean(),
});

/** What the patient is shown, in words that may ship. */
const shown = z.strictObject({
  introduction: textSchema,
  items: z.array(textSchema),
  answers: z.array(z.strictObject({ value: z.number(), label: textSchema })),
  /** The line that the owner asks for. */
  attribution: textSchema.nullable(),
});

const measure = z
  .strictObject({
    /** As the entry criteria of the protocols name it. */
    id: z.enum(measureIds),
    name: textSchema,
    kind: z.enum(measureKinds),
    /** The time that the answers are about. */
    recall: textSchema.nullable(),
    forms: z.array(form).min(1),
    /** How it is done and scored, for the clinician. */
    method: textSchema,
    /** The least change that matters to patients; in the first form's unit, and in percent of the first value. */
    minimalChange: z.strictObject({
      points: z.number().positive().nullable(),
      percent: z.number().positive().nullable(),
      /** Where one is known for spine surgery. */
      afterSurgery: z.number().positive().nullable(),
      range: z.tuple([z.number(), z.number()]).nullable(),
      basis,
      notes: z.array(textSchema),
    }),
    notes: z.array(textSchema),
    licence: z.strictObject({ verdict: z.enum(licenceVerdicts), detail: textSchema }),
    shown: shown.nullable(),
    /** A question of our own where the measure's own may not ship. */
    instead: shown.nullable(),
    schedule: textSchema,
    sources: sourceIds.min(1),
  })
  .superRefine(({ licence, shown: own, instead }, context) => {
    const mayShip = licence.verdict === "FREE" || licence.verdict === "FREE_OWN_WORDING";
    if (own && !mayShip)
      context.addIssue({ code: "custom", path: ["shown"], message: "the licence ships no item text" });
    if (instead && mayShip)
      context.addIssue({
        code: "custom",
        path: ["instead"],
        message: "only where the measure's own text may not ship",
      });
  });

/** `prisma/content/measures.json`. */
export const measuresSchema = z.array(measure);
export type ContentMeasure = z.infer<typeof measure> & Measure;
