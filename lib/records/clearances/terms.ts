import { z } from "zod";
import type { Day } from "@/lib/dates";
import { isInForce } from "@/lib/clinical/clearance";
import { isGrant, type DecideClearanceInput } from "@/lib/schemas/clearance";

/** What a grant allows; every key null on a decision that grants nothing. Days inclusive. */
export const termsSchema = z.strictObject({
  fromDay: z.iso.date().nullable(),
  untilDay: z.iso.date().nullable(),
  maxMinutes: z.number().nullable(),
  maxKg: z.number().nullable(),
  wordsForPatient: z.string().nullable(),
  reviewOn: z.iso.date().nullable(),
});
export type Terms = z.output<typeof termsSchema>;

/** The terms of a decision, and nothing else of it. */
export function termsOf(input: Omit<Terms, never>): Terms {
  const { fromDay, untilDay, maxMinutes, maxKg, wordsForPatient, reviewOn } = input;
  return { fromDay, untilDay, maxMinutes, maxKg, wordsForPatient, reviewOn };
}

/** When the content says that the activity typically begins. `day` is null where only an individual decision can say. */
export type TypicalEarliest = { day: number | null; isAvoided: boolean };

/**
 * What a decision still lacks before it can be signed, by field (message keys of `errors.fields`).
 * @param today the calendar day in the clinic's time zone
 * @param known days since the procedure today, and the guideline's typical earliest; null where the content names none
 */
export function gapsOf(
  input: Pick<DecideClearanceInput, "outcome" | "fromDay" | "reviewOn" | "reason">,
  today: Day,
  known: { day: number; typical: TypicalEarliest | null },
  daysUntil: (day: Day) => number,
): Record<string, string> {
  const gaps: Record<string, string> = {};
  if (input.fromDay !== null) {
    if (input.fromDay < today) gaps["fromDay"] = "notBeforeToday";
    else if (input.reason === null && isEarly(known.day + daysUntil(input.fromDay), known.typical)) {
      gaps["reason"] = "reasonForEarly";
    }
  }
  if (input.reviewOn !== null && input.reviewOn < today) gaps["reviewOn"] = "notBeforeToday";
  return gaps;
}

/** A grant in force is renewed from today on: a later first day would take today's leave away. By field, as `gapsOf`. */
export function gapOfRenewal(
  { outcome, fromDay }: Pick<DecideClearanceInput, "outcome" | "fromDay">,
  { inForce }: { inForce: { from: Day; until: Day | null } | null },
  today: Day,
): Record<string, string> {
  const isLate = isGrant(outcome) && fromDay !== null && fromDay > today;
  return isLate && inForce !== null && isInForce(inForce, today) ? { fromDay: "inForceNow" } : {};
}

/** Whether a day after the procedure lies before the typical earliest; what the content says to avoid is always early. */
export function isEarly(day: number, typical: TypicalEarliest | null): boolean {
  if (typical === null) return false;
  return typical.isAvoided || (typical.day !== null && day < typical.day);
}
