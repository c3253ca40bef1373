import { z } from "zod";
import { categories, positions } from "@/lib/clinical/library-words";
import { tagWithoutSurgeon } from "@/lib/clinical/surgeon-tags";
import { synonymsSchema } from "../content/exercise";
import { dosageSchema } from "../dosage";
import { readVersion } from "../numbers";
import { optionalWords } from "../typed-text";
import { words } from "../words";
import { bothLanguages, bothOrNeither, chosen, commas, lines, pairedLists, typedList, typedNumber } from "./pieces";
import { strictParts } from "./strict-parts";

const dosage = z
  .strictObject({
    sets: typedNumber,
    reps: typedNumber,
    holdSec: typedNumber,
    restSec: typedNumber,
    durationMin: typedNumber,
    perDay: typedNumber,
    perWeek: typedNumber,
    loadKg: typedNumber,
    rpeMax: typedNumber,
    side: z
      .enum(["", "left", "right", "both", "alternate"], "chooseOne")
      .transform((side) => (side === "" ? null : side)),
  })
  .transform((typed, context) => {
    const read = dosageSchema.safeParse(typed);
    for (const { path, message } of read.error?.issues ?? []) context.addIssue({ code: "custom", path, message });
    const { reps, holdSec, durationMin } = typed;
    if (reps === null && holdSec === null && durationMin === null) {
      context.addIssue({ code: "custom", path: ["reps"], message: "doseNeeded" });
    }
    return read.data ?? z.NEVER;
  });

const step = bothOrNeither(250);
/** Two or three steps; the form has a place for three. */
const steps = z
  .array(step)
  .max(3, "tooMany")
  .transform((typed, context) => {
    [0, 1].forEach((index) => {
      if (!typed[index]) context.addIssue({ code: "custom", path: [index, "en"], message: "required" });
    });
    return typed.filter((one) => one !== null);
  });

/**
 * An exercise of the clinic's own as its form holds it, with everything that a shipped one has: nothing untagged, without a day in every protocol,
 * without a source or in one language only passes.
 */
export const ownExerciseSchema = z
  .strictObject({
    name: bothLanguages(80),
    synonyms: z.strictObject({ en: typedList(commas), es: typedList(commas) }).pipe(synonymsSchema),
    category: chosen(categories),
    bodyRegion: bothLanguages(40),
    position: chosen(positions),
    equipment: pairedLists(commas, 0, 6, 40),
    ...strictParts,
    /** For the reader; the rules read the codes. */
    contraindicationWords: bothLanguages(300),
    defaultDosage: dosage,
    /** Ids; that they exist is for the verb to see. */
    sources: z
      .array(z.string().min(1, "badId").max(60, "badId"))
      .min(1, "sourceNeeded")
      .max(12, "tooMany")
      .refine((ids) => new Set(ids).size === ids.length, "twice"),
    note: bothOrNeither(400),
    instructions: z.strictObject({
      setUp: bothLanguages(400),
      steps,
      breathing: bothLanguages(200),
      commonMistake: bothLanguages(250),
      stopIf: bothLanguages(400),
      cues: pairedLists(lines, 1, 4, 40),
      equipment: bothOrNeither(120),
      textAlternative: bothLanguages(300),
    }),
    /** Why it may be less strict than the exercise that it was copied from. */
    reason: optionalWords(1000),
  })
  .superRefine(({ tags, clearanceKey }, context) => {
    if (tagWithoutSurgeon(tags, clearanceKey) !== undefined) {
      context.addIssue({ code: "custom", path: ["clearanceKey"], message: "surgeonsKeyNeeded" });
    }
  });
export type OwnExerciseValues = z.input<typeof ownExerciseSchema>;
export type OwnExercise = z.output<typeof ownExerciseSchema>;

const exerciseCodeSchema = words(80).min(1, "required");

/** Adds an exercise, begun from a copy or from nothing. */
export const addExerciseSchema = z.strictObject({
  copiedFrom: exerciseCodeSchema.nullable(),
  exercise: ownExerciseSchema,
});
export type AddExerciseInput = z.output<typeof addExerciseSchema>;

/** Replaces an own exercise against the version that was read. */
export const changeExerciseSchema = z.strictObject({
  code: exerciseCodeSchema,
  version: readVersion,
  exercise: ownExerciseSchema,
});
export type ChangeExerciseInput = z.output<typeof changeExerciseSchema>;

/** Takes an own exercise out of the library; what was signed with it stays. */
export const retireExerciseSchema = z.strictObject({
  code: exerciseCodeSchema,
  version: readVersion,
  reason: words(1000, { multiline: true }).min(1, "required"),
});
export type RetireExerciseInput = z.output<typeof retireExerciseSchema>;
