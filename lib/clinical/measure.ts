import type { Measure, MeasureForm, Person } from "./measure-content";
import { inBand, inRange, type MeasureAnswer, type MeasureResult } from "./measure/answer";
import { refused } from "./measure/refusal";
import { scoreItems } from "./measure/items";

/** Which form was filled in (the usual one when absent), and who the person is, where the measure has norms. */
export type MeasureAbout = { form?: string | undefined; person?: Person | undefined };

/**
 * The score of a filled-in measure with its band, or why there is none. Items stand in the form's order, null is "not answered".
 * A form whose conversion table does not ship is refused, never estimated: its total is read by `readTotal`.
 */
export function scoreMeasure(
  measure: Measure,
  items: readonly MeasureAnswer[],
  { form: id, person }: MeasureAbout = {},
): MeasureResult {
  const form = formOf(measure, id);
  if (!form) return refused.unknownForm(measure);
  const { scoring } = form;
  if (scoring.method === "total-only") return refused.totalOnly(scoring.because);
  if (items.includes("unable")) return form.mayBeUnable ? { state: "unable" } : refused.notForThis(form);
  const numbers = items.filter((item) => item !== "unable");
  const result = scoreItems(scoring, numbers);
  return result.state === "raw" ? inBand(form, result, person) : result;
}

/** The band of a total that the clinician read from the licensed form, in the form's first unit. */
export function readTotal(measure: Measure, total: number, { form: id, person }: MeasureAbout = {}): MeasureResult {
  const form = formOf(measure, id);
  if (!form) return refused.unknownForm(measure);
  if (!inRange(total, form.range)) return refused.outOfRange(null, form.range);
  return inBand(form, { score: total, percent: null, answered: null }, person);
}

function formOf({ forms }: Measure, id: string | undefined): MeasureForm | undefined {
  return id === undefined ? forms[0] : forms.find((form) => form.id === id);
}
