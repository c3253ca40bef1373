import { z } from "zod";
import { endKinds } from "@/lib/clinical/episode-end";
import { conditions, procedureTypes, regions, restrictionKinds } from "@/lib/clinical/facts";
import { fusionEvidenceLevels } from "@/lib/clinical/entry-criteria";
import { triageLevels } from "@/lib/clinical/triage-content";
import { firedRulesSchema, ruleName } from "@/lib/records/alerts/words";
import { episodeRegions } from "@/lib/schemas/patient";
import { signedOutcomes } from "@/lib/schemas/clearance";

/** By what the list of what happened is narrowed. */
export const timelineGroups = ["program", "clearances", "checkIns"] as const;
export type TimelineGroup = (typeof timelineGroups)[number];

const text = z.strictObject({ en: z.string(), es: z.string() });
const day = z.iso.date();
const shared = {
  id: z.string(),
  /** ISO; of what has a day only, its midnight in the clinic. */
  at: z.string().transform((at) => new Date(at).toISOString()),
  /** Who did it; null: the product by a rule, or the calendar. */
  by: z.string().nullable(),
};

/** One thing that happened to a patient, as the record has it. */
export const timelineEvent = z.discriminatedUnion("kind", [
  z.strictObject({
    ...shared,
    kind: z.literal("procedure"),
    procedureType: z.enum(procedureTypes),
    region: z.enum(episodeRegions),
    levels: z.array(z.string()),
    technique: z.string(),
  }),
  z.strictObject({ ...shared, kind: z.literal("revision"), number: z.number() }),
  z.strictObject({
    ...shared,
    kind: z.literal("phase"),
    from: z.number().nullable(),
    to: z.number(),
    name: text.nullable(),
    reason: z.string(),
  }),
  z.strictObject({ ...shared, kind: z.literal("completed"), reason: z.string() }),
  z.strictObject({
    ...shared,
    kind: z.literal("episodeEnded"),
    episodeId: z.uuid(),
    as: z.enum(endKinds),
    to: z.string().nullable(),
    reason: z.string(),
  }),
  /** After an earlier one; the first episode begins with its procedure. */
  z.strictObject({ ...shared, kind: z.literal("episodeOpened") }),
  z
    .strictObject({
      ...shared,
      kind: z.literal("hold"),
      cause: z.string(),
      surgeonOnly: z.boolean(),
      /** What the clinician wrote who placed it. */
      words: z.string().nullable(),
    })
    .transform((hold) => ({ ...hold, ruleName: ruleName(hold.cause) })),
  z
    .strictObject({
      ...shared,
      kind: z.literal("lifted"),
      cause: z.string(),
      reason: z.string(),
      /** Why the program went on above the phase that was proposed. */
      stayReason: z.string().nullable(),
    })
    .transform((hold) => ({ ...hold, ruleName: ruleName(hold.cause) })),
  z.strictObject({ ...shared, kind: z.literal("asked"), subject: text, question: z.string().nullable() }),
  z.strictObject({
    ...shared,
    kind: z.literal("decided"),
    decisionId: z.string(),
    subject: text,
    outcome: z.enum(signedOutcomes),
    reason: z.string().nullable(),
    untilDay: day.nullable(),
    maxMinutes: z.number().nullable(),
    maxKg: z.number().nullable(),
  }),
  z.strictObject({ ...shared, kind: z.literal("underReview"), subjects: z.array(text) }),
  z.strictObject({ ...shared, kind: z.literal("expired"), subject: text }),
  z.strictObject({
    ...shared,
    kind: z.literal("restriction"),
    /** `entered`: at admission, as ordered; `over`: its last day is past. */
    act: z.enum(["entered", "ordered", "changed", "confirmed", "ended", "over"]),
    restriction: z.enum(restrictionKinds),
    region: z.enum(regions).nullable(),
    kg: z.number().nullable(),
    minutes: z.number().nullable(),
    untilDate: day.nullable(),
    untilPhase: z.number().nullable(),
    reason: z.string().nullable(),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal("question"),
    /** `forwarded`: to whoever decides on the subject. */
    act: z.enum(["asked", "answered", "forwarded"]),
    subject: text.nullable(),
    /** The answer of what was answered, else the question. */
    words: z.string().nullable(),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal("conditions"),
    added: z.array(z.enum(conditions)),
    removed: z.array(z.enum(conditions)),
  }),
  z.strictObject({
    ...shared,
    kind: z.literal("protocol"),
    title: text.nullable(),
    protocolId: z.string(),
    isEnd: z.boolean(),
    reason: z.string().nullable(),
  }),
  z.strictObject({ ...shared, kind: z.literal("shift"), days: z.number(), reason: z.string() }),
  z.strictObject({
    ...shared,
    kind: z.literal("evidence"),
    criterion: z.string(),
    value: z.union([z.number(), z.boolean(), z.enum(fusionEvidenceLevels)]),
    on: day,
  }),
  z.strictObject({ ...shared, kind: z.literal("redFlag"), level: z.enum(triageLevels), fired: firedRulesSchema }),
]);
export type TimelineEvent = z.output<typeof timelineEvent>;
