import { z } from "zod";
import { clearanceKeys, conditions, earliestRules, rampGroups } from "@/lib/clinical/facts";
import { categories, positions } from "@/lib/clinical/library-words";
import { dosageSchema } from "../dosage";
import { textSchema } from "../text";
import { basis, contentId, day, phaseNumber, protocolIds, regionalTag, sourceIds } from "./pieces";

/** What the patient reads of an exercise; written for the reading age of the product. */
const instructions = z.strictObject({
  setUp: textSchema,
  steps: z.array(textSchema).min(2).max(3),
  breathing: textSchema,
  commonMistake: textSchema,
  stopIf: textSchema,
  /** A few words for a moving figure. */
  cues: z.array(textSchema).min(1),
  equipment: textSchema.nullable(),
  /** What the figure shows, for those who do not see it. */
  textAlternative: textSchema,
});

/** What people type who look for the exercise and do not know its name: one to five a language. */
const synonyms = z
  .array(z.string().trim().min(2, "badValue").max(60, "tooLong"))
  .min(1, "required")
  .max(5, "tooMany")
  .refine((words) => new Set(words.map((word) => word.toLowerCase())).size === words.length, "twice");
export const synonymsSchema = z.strictObject({ en: synonyms, es: synonyms });

/** One file of `prisma/content/exercises/`. */
export const exerciseSchema = z.strictObject({
  id: contentId,
  name: textSchema,
  synonyms: synonymsSchema,
  category: z.enum(categories),
  bodyRegion: textSchema,
  position: z.enum(positions),
  equipment: z.array(textSchema),
  tags: z.array(regionalTag).min(1),
  earliest: z.record(
    z.enum(protocolIds),
    z.strictObject({
      rule: z.enum(earliestRules),
      day: day.nullable(),
      phase: phaseNumber.nullable(),
      clearance: z.boolean(),
      basis,
    }),
  ),
  clearanceKey: z.enum(clearanceKeys),
  defaultDosage: dosageSchema,
  dosageBasis: textSchema,
  /** For the reader; the rules read the codes. */
  contraindications: textSchema,
  contraindicationCodes: z.array(
    z.strictObject({ condition: z.enum(conditions), severity: z.enum(["block", "override"]) }),
  ),
  rampGroup: z.enum(rampGroups).nullable(),
  sources: sourceIds,
  /** Seed articles that name the exercise. */
  seedRefs: sourceIds,
  basis,
  note: textSchema.nullable(),
  instructions,
});
export type ContentExercise = z.infer<typeof exerciseSchema>;
