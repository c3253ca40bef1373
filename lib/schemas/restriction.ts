import { z } from "zod";
import { clearanceKeys, regions, restrictionKinds, treatmentRegions } from "@/lib/clinical/facts";
import { givenDay } from "./day";
import { kilograms } from "./numbers";
import { words } from "./words";

const patientId = z.uuid("badId");
const password = z.string("required").min(1, "required").max(1024, "tooLong");

/** A restriction as it is ordered: its limit where its kind has one, and at most one way to end. */
export const restrictionSchema = z
  .strictObject({
    kind: z.enum(restrictionKinds, "chooseOne"),
    region: z.enum(regions, "chooseOne").nullable().default(null),
    kg: z.nullable(kilograms(0.1)).default(null),
    minutes: z
      .number("numberNeeded")
      .int("wholeNumber")
      .min(1, "outOfRange")
      .max(600, "outOfRange")
      .nullable()
      .default(null),
    untilDate: givenDay.nullable().default(null),
    untilPhase: z
      .number("chooseOne")
      .int("chooseOne")
      .min(1, "chooseOne")
      .max(20, "chooseOne")
      .nullable()
      .default(null),
    untilClearance: z.enum(clearanceKeys, "chooseOne").nullable().default(null),
  })
  .check((context) => {
    const { kind, kg, minutes, untilDate, untilPhase, untilClearance } = context.value;
    const say = (field: string, code: string) =>
      context.issues.push({ code: "custom", path: [field], message: code, input: context.value });
    if (kind === "lift-limit" && kg === null) say("kg", "required");
    if (kind !== "lift-limit" && kg !== null) say("kg", "notForThisKind");
    if (kind === "sit-limit" && minutes === null) say("minutes", "required");
    if (kind !== "sit-limit" && minutes !== null) say("minutes", "notForThisKind");
    if ([untilDate, untilPhase, untilClearance].filter((end) => end !== null).length > 1) say("untilDate", "oneEnd");
  });

/** Restrictions of which one of a kind and region is enough. */
export const restrictionsSchema = z
  .array(restrictionSchema)
  .max(20, "tooMany")
  .check((context) => {
    context.value.forEach(({ kind, region }, index) => {
      if (context.value.findIndex((other) => other.kind === kind && other.region === region) < index) {
        context.issues.push({ code: "custom", path: [index, "kind"], message: "twice", input: kind });
      }
    });
  });

/** New restrictions, signed together. */
export const orderRestrictionsSchema = z.strictObject({
  patientId,
  restrictions: restrictionsSchema.min(1, "chooseRestriction"),
  password,
});
export type OrderRestrictionsInput = z.output<typeof orderRestrictionsSchema>;

/** Other terms for one that stands; its kind stays. */
export const changeRestrictionSchema = z.strictObject({
  patientId,
  restrictionId: z.uuid("badId"),
  terms: restrictionSchema,
  password,
});
export type ChangeRestrictionInput = z.output<typeof changeRestrictionSchema>;

/** A step of the lifting ladder by its weight; null where no lift limit stands that it would replace. */
export const setLiftStepSchema = z.strictObject({
  patientId,
  restrictionId: z.uuid("badId").nullable(),
  kg: kilograms(0.1),
  password,
});
export type SetLiftStepInput = z.output<typeof setLiftStepSchema>;

export const endRestrictionSchema = z.strictObject({
  patientId,
  restrictionId: z.uuid("badId"),
  reason: words(500, { multiline: true }).min(1, "required"),
  password,
});
export type EndRestrictionInput = z.output<typeof endRestrictionSchema>;

/** Everything that stands and that no surgeon has signed yet. */
export const confirmRestrictionsSchema = z.strictObject({
  patientId,
  restrictionIds: z.array(z.uuid("badId")).min(1, "chooseRestriction").max(40, "tooMany"),
  password,
});
export type ConfirmRestrictionsInput = z.output<typeof confirmRestrictionsSchema>;

/** Asks whether the signature on a restriction still holds. */
export const verifyRestrictionSchema = z.strictObject({ decisionId: z.uuid("badId") });

/** Of which treatment the usual restrictions are asked for, before there is an episode. */
export const usualRestrictionsSchema = z.strictObject({
  protocolId: words(80).min(1, "chooseOne"),
  templateId: z.uuid("chooseOne").nullable().default(null),
  region: z.enum(treatmentRegions, "chooseOne"),
  procedureDate: givenDay,
  pathwayStart: givenDay.nullable().default(null),
});
export type UsualRestrictionsInput = z.output<typeof usualRestrictionsSchema>;
