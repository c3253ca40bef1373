import { z } from "zod";
import { clearanceKeys, conditions, earliestRules, movementTags, regions } from "@/lib/clinical/facts";
import type { LessStrict } from "@/lib/clinical/less-strict";
import { categories } from "@/lib/clinical/library-words";
import { textSchema } from "../text";

const text = textSchema.nullish().transform((words) => words ?? null);
const texts = z.array(textSchema).default([]);

/** The words of an exercise as the clinic's library stores them; unknown keys belong to other readers. */
export const storedTextsSchema = z.object({
  name: textSchema,
  synonyms: z.object({ en: z.array(z.string()), es: z.array(z.string()) }).default({ en: [], es: [] }),
  category: z.enum(categories),
  bodyRegion: textSchema,
  equipment: texts,
  contraindications: text,
  note: text,
  whatYouNeed: text,
  setUp: text,
  steps: texts,
  breathing: text,
  commonMistake: text,
  stopIf: text,
  cues: texts,
  textAlternative: text,
});
export type StoredTexts = z.output<typeof storedTextsSchema>;

const day = z.number();
/** What `lessStrict` found, as the history of an exercise keeps it. */
export const lessStrictSchema = z.array(
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("tag"), tag: z.enum(movementTags), region: z.enum(regions).nullable() }),
    z.strictObject({ kind: z.literal("contraindication"), condition: z.enum(conditions) }),
    z.strictObject({ kind: z.literal("contraindication-softer"), condition: z.enum(conditions) }),
    z.strictObject({ kind: z.literal("clearance-key"), from: z.enum(clearanceKeys), to: z.enum(clearanceKeys) }),
    z.strictObject({
      ...{ kind: z.literal("rule"), protocol: z.string(), from: z.enum(earliestRules), to: z.enum(earliestRules) },
    }),
    z.strictObject({ kind: z.literal("day"), protocol: z.string(), from: day, to: day }),
    z.strictObject({ kind: z.literal("phase"), protocol: z.string(), from: day, to: day.nullable() }),
    z.strictObject({ kind: z.literal("ramp") }),
  ]),
) satisfies z.ZodType<LessStrict[]>;
