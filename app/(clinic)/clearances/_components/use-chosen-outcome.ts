import { useFormContext, useWatch } from "react-hook-form";
import { decisionOutcomes, type DecisionOutcome } from "@/lib/schemas/clearance";
import type { FormValues } from "./decision-values";

/** The outcome that is chosen on a line; null until one is. */
export function useChosenOutcome(at: number): DecisionOutcome | null {
  const { control } = useFormContext<FormValues>();
  const outcome = useWatch({ control, name: `lines.${at}.outcome` });
  return decisionOutcomes.find((known) => known === outcome) ?? null;
}
