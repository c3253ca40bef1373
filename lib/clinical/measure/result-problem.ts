import type { Measure } from "../measure-content";
import { inRange } from "./answer";

/**
 * Why a result that somebody typed in is none that the measure can have; null where it can be one.
 * @param unit of the criterion: the score's own, or another in which its form is read
 */
export function resultProblem(
  { forms }: Pick<Measure, "forms">,
  value: number,
  unit: string,
): "outOfRange" | "wholeNumber" | null {
  const form = forms.find(({ units }) => units.includes(unit));
  if (!form) return "outOfRange";
  const [own] = form.units;
  // Beside its own unit a score is only ever read in percent.
  if (unit !== own) return value > 100 ? "outOfRange" : null;
  if (!inRange(value, form.range)) return "outOfRange";
  const isCounted = form.scoring.method === "items" && form.scoring.whole && form.scoring.count[1] === 1;
  return isCounted && !Number.isInteger(value) ? "wholeNumber" : null;
}
