import { zodResolver } from "@hookform/resolvers/zod";
import type { Resolver } from "react-hook-form";
import type { z } from "zod";
import type { ClearanceDetail } from "@/lib/records/clearances/clearance-detail";
import { decideClearanceSchema, isGrant, type DecideClearanceInput } from "@/lib/schemas/clearance";

/** The form's values; nothing is chosen for anyone. */
export type DecisionValues = z.input<typeof decideClearanceSchema>;

/** What the form begins with: the version and the evidence that are on the screen, and the terms that were asked for. */
export function startOf({ clearanceId, version, terms, evidenceSha256 }: ClearanceDetail): Partial<DecisionValues> {
  return { clearanceId, version, evidenceSha256, ...terms, reason: null, password: "" };
}

/** Only what belongs to the chosen outcome: terms that were typed for a grant stay in the form and are not sent with a refusal. */
function relevant(values: DecisionValues): DecisionValues {
  const { clearanceId, version, outcome, evidenceSha256, password, reason } = values;
  const always = { clearanceId, version, outcome, evidenceSha256, password, reason };
  if (!isGrant(outcome)) return always;
  const { fromDay, untilDay, wordsForPatient, reviewOn, maxMinutes, maxKg } = values;
  const terms = { fromDay, untilDay, wordsForPatient, reviewOn };
  return outcome === "limited" ? { ...always, ...terms, maxMinutes, maxKg } : { ...always, ...terms };
}

const resolve = zodResolver<DecisionValues, unknown, DecideClearanceInput>(decideClearanceSchema);

export const decisionResolver: Resolver<DecisionValues, unknown, DecideClearanceInput> = (values, context, options) =>
  resolve(relevant(values), context, options);

/** A number as it was typed, with comma or point; nothing typed is null, anything else is for the schema to refuse. */
export function typedNumber(value: unknown): unknown {
  if (typeof value !== "string") return value;
  const text = value.trim().replace(",", ".");
  return text === "" ? null : Number(text);
}

/** An empty text is no text. */
export function typedText(value: unknown): unknown {
  return value === "" ? null : value;
}
