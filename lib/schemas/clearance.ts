import { z } from "zod";
import { givenDay } from "./day";
import { kilograms, readVersion } from "./numbers";
import { optionalWords, words } from "./words";

const day = givenDay.nullable().default(null);

/** A therapist's question about one activity or clearance key. */
export const requestClearanceSchema = z.strictObject({
  patientId: z.uuid("badId"),
  subjectId: words(80).min(1, "chooseOne"),
  question: words(500, { multiline: true }).min(1, "required"),
});
export type RequestClearanceInput = z.output<typeof requestClearanceSchema>;

/** What a decision can be; `returned` asks back, `revoked` ends a grant. */
export const decisionOutcomes = ["granted", "limited", "denied", "returned", "revoked"] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** What a signed row can say: a decision, or that the one before was taken back. */
export const signedOutcomes = [...decisionOutcomes, "undone"] as const;
export type SignedOutcome = (typeof signedOutcomes)[number];

export function isGrant(outcome: SignedOutcome): boolean {
  return outcome === "granted" || outcome === "limited";
}

/** A decision as it is signed, against the version that was read. Terms belong to grants, a reason to everything else. */
export const decideClearanceSchema = z
  .strictObject({
    clearanceId: z.uuid("badId"),
    version: readVersion,
    outcome: z.enum(decisionOutcomes, "chooseOne"),
    fromDay: day,
    untilDay: day,
    maxMinutes: z
      .number("numberNeeded")
      .int("wholeNumber")
      .min(1, "outOfRange")
      .max(600, "outOfRange")
      .nullable()
      .default(null),
    maxKg: kilograms(0.1).nullable().default(null),
    wordsForPatient: optionalWords(300),
    reviewOn: day,
    reason: optionalWords(500),
    /** Digest of the evidence on the screen; another one on the server is a conflict. */
    evidenceSha256: z.string("badId").regex(/^[0-9a-f]{64}$/, "badId"),
    password: z.string("required").min(1, "required").max(1024, "tooLong"),
  })
  .check((context) => {
    const { outcome, fromDay, untilDay, maxMinutes, maxKg, wordsForPatient, reviewOn, reason } = context.value;
    const say = (field: string, message: string) =>
      context.issues.push({ code: "custom", path: [field], message, input: context.value });
    if (!isGrant(outcome)) {
      if (reason === null) say("reason", "required");
      const terms = { fromDay, untilDay, maxMinutes, maxKg, wordsForPatient, reviewOn };
      for (const [field, value] of Object.entries(terms)) if (value !== null) say(field, "onlyForGrants");
      return;
    }
    if (fromDay === null) say("fromDay", "required");
    if (fromDay !== null && untilDay !== null && untilDay < fromDay) say("untilDay", "endsBeforeItBegins");
    if (outcome === "granted" && maxMinutes !== null) say("maxMinutes", "onlyWithLimits");
    if (outcome === "granted" && maxKg !== null) say("maxKg", "onlyWithLimits");
    if (outcome === "limited" && maxMinutes === null && maxKg === null && wordsForPatient === null) {
      say("maxMinutes", "limitNeeded");
    }
  });
export type DecideClearanceInput = z.output<typeof decideClearanceSchema>;

/** Takes back decisions that were signed together, all or none. */
export const undoDecisionsSchema = z.strictObject({
  decisionIds: z.array(z.uuid("badId")).min(1, "badId").max(60, "badId"),
});

/** Asks whether a signature still holds. */
export const verifyDecisionSchema = z.strictObject({ decisionId: z.uuid("badId") });
