import type { Dosage, Text } from "../facts";
import type { Source } from "../finding";

/** A proposal for next week: a therapist accepts it, and review judges it. */
export type DosageProposal = {
  proposal: Dosage;
  change: "increase" | "keep" | "reduce";
  because: Text;
  source: Source;
};

/** The dose stays. */
export function kept(current: Dosage, because: Text, source: Source): DosageProposal {
  return { proposal: { ...current }, change: "keep", because, source };
}
