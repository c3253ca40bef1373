import { z } from "zod";
import { conditions } from "@/lib/clinical/facts";
import { recordedModifierIds } from "@/lib/clinical/timeline";
import { givenDay } from "./day";
import { readVersion } from "./numbers";
import { words } from "./words";

const reason = words(1000, { multiline: true }).min(1, "required");
const patientId = z.uuid("badId");

/** The coded conditions of a patient: only what the rules know. */
export const codedConditions = z.array(z.enum(conditions, "chooseOne")).max(conditions.length, "tooMany");

/** A second protocol on its own date, and why it is followed too. */
const followed = { protocolId: words(80).min(1, "chooseOne"), anchorOn: givenDay, reason };
export const alsoFollowsSchema = z.strictObject(followed);
export type AlsoFollowsInput = z.output<typeof alsoFollowsSchema>;

export const addProtocolSchema = z.strictObject({ patientId, ...followed });
export type AddProtocolInput = z.output<typeof addProtocolSchema>;

export const endProtocolSchema = z.strictObject({ patientId, alsoProtocolId: z.uuid("badId"), reason });
export type EndProtocolInput = z.output<typeof endProtocolSchema>;

/** All conditions each time, against the version of the episode that was read. */
export const recordConditionsSchema = z.strictObject({ patientId, version: readVersion, conditions: codedConditions });
export type RecordConditionsInput = z.output<typeof recordConditionsSchema>;

/** The most days that a timeline may be moved later. */
export const mostShiftDays = 365;

/** The surgeon's timeline: whole days later, what they rest on, and why. */
export const setTimelineSchema = z.strictObject({
  patientId,
  version: readVersion,
  factors: z.array(z.enum(recordedModifierIds, "chooseOne")).max(recordedModifierIds.length, "tooMany"),
  shiftDays: z.number("numberNeeded").int("wholeNumber").min(0, "outOfRange").max(mostShiftDays, "outOfRange"),
  reason,
});
export type SetTimelineInput = z.output<typeof setTimelineSchema>;
