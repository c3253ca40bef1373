import { z } from "zod";
import { fusionEvidenceLevels, measureIds } from "@/lib/clinical/entry-criteria";
import { givenDay } from "./day";
import { optionalWords } from "./typed-text";

/** What a clinician can record, by the kind of value: minutes, a result in the measure's unit, yes or no, how far bone has healed. */
const inMinutes = ["walkContinuousMin", "sitToleranceMin"] as const;
const results = measureIds.map((measure) => `functional:${measure}` as const);
const confirmations = Array.from({ length: 99 }, (_, index) => `other:${index + 1}` as const);

const shared = {
  programId: z.uuid("badId"),
  /** The phase whose entry it is for. */
  phase: z.number("badId").int("badId").min(1, "badId").max(20, "badId"),
  note: optionalWords(500),
  observedOn: givenDay,
};
const result = z
  .number("numberNeeded")
  .refine((value) => Number(value.toFixed(1)) === value, "oneDecimal")
  .min(0, "outOfRange")
  .max(100_000, "outOfRange");

/** What was seen of one criterion, and on which day. */
export const recordEvidenceSchema = z.discriminatedUnion(
  "criterion",
  [
    z.strictObject({
      ...shared,
      criterion: z.enum(inMinutes),
      value: z.number("numberNeeded").int("wholeNumber").min(0, "outOfRange").max(1440, "outOfRange"),
    }),
    z.strictObject({
      ...shared,
      criterion: z.enum(results),
      value: result,
      /** The person's norm or baseline, where the criterion is one. */
      norm: result.nullable().default(null),
    }),
    z.strictObject({
      ...shared,
      criterion: z.enum(["woundClosed", ...confirmations]),
      value: z.boolean("yesOrNo"),
    }),
    z.strictObject({
      ...shared,
      criterion: z.literal("fusionEvidence"),
      value: z.enum(fusionEvidenceLevels, "chooseOne"),
    }),
  ],
  "badId",
);
export type RecordEvidenceInput = z.output<typeof recordEvidenceSchema>;

export type EvidenceKind = "minutes" | "result" | "yesNo" | "healing";

/** The kind of value that a criterion takes; null where it is not a clinician's to record: it is counted, or decided elsewhere. */
export function evidenceKindOf(criterion: string): EvidenceKind | null {
  if (inMinutes.some((known) => known === criterion)) return "minutes";
  if (results.some((known) => known === criterion)) return "result";
  if (criterion === "fusionEvidence") return "healing";
  return criterion === "woundClosed" || criterion.startsWith("other:") ? "yesNo" : null;
}
