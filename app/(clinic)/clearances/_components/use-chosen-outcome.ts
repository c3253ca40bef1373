import { type Control, useWatch } from "react-hook-form";
import { decisionOutcomes, type DecideClearanceInput, type DecisionOutcome } from "@/lib/schemas/clearance";
import type { DecisionValues } from "./decision-values";

/** The outcome that is chosen; null until one is (a radio group without a choice holds null, which its type does not say). */
export function useChosenOutcome(
  control: Control<DecisionValues, unknown, DecideClearanceInput>,
): DecisionOutcome | null {
  const outcome = useWatch({ control, name: "outcome" });
  return decisionOutcomes.find((known) => known === outcome) ?? null;
}
