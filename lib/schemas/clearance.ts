import { z } from "zod";
import type { ClearanceState } from "@/lib/clinical/facts";
import { givenDay } from "./day";
import { kilograms, readVersion } from "./numbers";
import { optionalWords } from "./typed-text";
import { words } from "./words";

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

/** Of a decision: it grants. Of a clearance: a grant stands, whatever its days. */
export function isGrant(outcome: SignedOutcome | ClearanceState): outcome is "granted" | "limited" {
  return outcome === "granted" || outcome === "limited";
}

/** What is decided of one clearance: terms belong to grants, a reason to everything else. */
const decided = z.strictObject({
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
  maxKg: z.nullable(kilograms(0.1)).default(null),
  wordsForPatient: optionalWords(300),
  reviewOn: day,
  reason: optionalWords(500),
  /** Digest of the evidence on the screen; another one on the server is a conflict. */
  evidenceSha256: z.string("badId").regex(/^[0-9a-f]{64}$/, "badId"),
});

function checkTerms({ value, issues }: z.core.ParsePayload<z.output<typeof decided>>): void {
  const { outcome, fromDay, untilDay, maxMinutes, maxKg, wordsForPatient, reviewOn, reason } = value;
  const say = (field: string, message: string) => issues.push({ code: "custom", path: [field], message, input: value });
  if (!isGrant(outcome)) {
    if (reason === null) say("reason", "required");
    const terms = { fromDay, untilDay, maxMinutes, maxKg, wordsForPatient, reviewOn };
    for (const [field, given] of Object.entries(terms)) if (given !== null) say(field, "onlyForGrants");
    return;
  }
  if (fromDay === null) say("fromDay", "required");
  if (fromDay !== null && untilDay !== null && untilDay < fromDay) say("untilDay", "endsBeforeItBegins");
  if (fromDay !== null && reviewOn !== null && reviewOn < fromDay) say("reviewOn", "endsBeforeItBegins");
  if (outcome === "granted" && maxMinutes !== null) say("maxMinutes", "onlyWithLimits");
  if (outcome === "granted" && maxKg !== null) say("maxKg", "onlyWithLimits");
  if (outcome === "limited" && maxMinutes === null && maxKg === null && wordsForPatient === null) {
    say("maxMinutes", "limitNeeded");
  }
}

/** A clearance against the version that was read. */
const ofClearance = { clearanceId: z.uuid("badId"), version: readVersion };
const password = z.string("required").min(1, "required").max(1024, "tooLong");

/** A decision as the form fills it in, before it is signed. */
const decisionSchema = decided.extend(ofClearance).check(checkTerms);

/** A decision as it is signed. */
export const decideClearanceSchema = decided.extend({ ...ofClearance, password }).check(checkTerms);
export type DecideClearanceInput = z.output<typeof decideClearanceSchema>;

/** At most so many decisions under one signature. */
const together = 60;

/** Several waiting clearances with one signature, each with its own decision. */
export const decideSeveralSchema = z.strictObject({
  lines: z.array(decisionSchema).min(1, "chooseOne").max(together, "outOfRange"),
  password,
});
export type DecideSeveralInput = z.output<typeof decideSeveralSchema>;

/** What is usual at a time, granted with one signature: subjects that nobody has asked for yet, and those that wait. */
export const grantUsualSchema = z.strictObject({
  patientId: z.uuid("badId"),
  lines: z
    .array(
      decided
        .extend({ subjectId: words(80).min(1, "chooseOne"), outcome: z.enum(["granted", "limited"], "chooseOne") })
        .check(checkTerms),
    )
    .min(1, "chooseOne")
    .max(together, "outOfRange"),
  password,
});
export type GrantUsualInput = z.output<typeof grantUsualSchema>;

/** Takes back decisions that were signed together, all or none. */
export const undoDecisionsSchema = z.strictObject({
  decisionIds: z.array(z.uuid("badId")).min(1, "badId").max(60, "badId"),
});

/** Asks whether a signature still holds. */
export const verifyDecisionSchema = z.strictObject({ decisionId: z.uuid("badId") });
