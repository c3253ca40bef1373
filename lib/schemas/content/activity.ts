import { z } from "zod";
import { clearanceKeys, conditions, restrictionKinds } from "@/lib/clinical/facts";
import { modifierIds } from "@/lib/clinical/timeline";
import { textSchema } from "../text";
import { basis, contentId, day, protocolIds, sourceIds } from "./pieces";
import { snomedSchema } from "./snomed";

const decider = z.enum(["SURGEON", "PT"]);
/** In force, these close it; a limit of weight or of sitting caps the grant instead. Background until a clinician has confirmed it. */
const restrictedBy = z.array(z.enum(restrictionKinds));

/** `prisma/content/activities.json`: what a patient may be cleared for beside the exercises. */
export const activitiesSchema = z.array(
  z.strictObject({
    id: contentId,
    name: textSchema,
    patientName: textSchema,
    clearedBy: decider,
    /** Protocols in which the surgeon decides although elsewhere the therapist does. */
    surgeonIn: z.array(z.enum(protocolIds)),
    /** The key that the same decision opens. */
    clearanceKey: z.enum(clearanceKeys).nullable(),
    restrictedBy,
    /** The limit that allows it up to itself, where nobody has decided on the activity. */
    allowedWithin: z.enum(["lift-limit"]).nullable(),
    /** Under which heading the patient finds it; the common ones stand first. */
    group: z.enum(["home", "travel-work", "sport"]),
    common: z.boolean(),
    /** A suggestion to who decides, never a promise. */
    typicalEarliest: z.record(
      z.enum(protocolIds),
      z.strictObject({
        rule: z.enum(["FROM_DAY", "INDIVIDUAL_CLEARANCE", "AVOID_UNLESS_SURGEON_OVERRIDES"]),
        day: day.nullable(),
        basis,
      }),
    ),
    conditions: z.array(textSchema),
    note: textSchema.nullable(),
    confidence: z.enum(["high", "medium", "low"]),
    sources: sourceIds,
    seedRefs: sourceIds,
  }),
);
export type ContentActivity = z.infer<typeof activitiesSchema>[number];

/** `prisma/content/clearance-keys.json`: who grants each key and what a yes opens. */
export const clearanceKeysSchema = z.record(
  z.enum(clearanceKeys),
  z.strictObject({
    grantedBy: decider,
    meaning: textSchema,
    patientMeaning: textSchema,
    /** The activities that the patient's own sentence allows, and no others. */
    covers: z.array(contentId),
    restrictedBy,
  }),
);
export type ContentClearanceKeys = z.infer<typeof clearanceKeysSchema>;

const typed = z.array(z.string().min(1)).min(1);

/** `prisma/content/conditions.json`; the synonyms are what a clinician types, the concept is null where none fits or none was verified. */
export const conditionsSchema = z.record(
  z.enum(conditions),
  z.strictObject({
    label: textSchema,
    meaning: textSchema,
    synonyms: z.strictObject({ en: typed, es: typed }),
    snomed: snomedSchema.nullable(),
  }),
);
export type ContentConditions = z.infer<typeof conditionsSchema>;

/** `prisma/content/lifting-ladder.json`: the default limit in kilograms by day; null: the surgeon sets it. */
export const liftingLadderSchema = z.record(
  z.enum(protocolIds),
  z.array(
    z.strictObject({
      dayStart: day,
      dayEndExclusive: day.nullable(),
      limitKg: z.number().positive().nullable(),
      basis,
      sources: sourceIds,
      note: textSchema.nullable(),
    }),
  ),
);
export type LiftingLadder = z.infer<typeof liftingLadderSchema>;

/** `prisma/content/timeline-modifiers.json`: suggestions to the surgeon, in weeks, never applied by themselves. */
export const timelineModifiersSchema = z.array(
  z.strictObject({ id: z.enum(modifierIds), label: textSchema, shiftWeeks: z.tuple([z.int(), z.int()]), basis }),
);
export type TimelineModifier = z.infer<typeof timelineModifiersSchema>[number];
