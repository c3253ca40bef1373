import type { ItemScoring } from "../measure-content";
import { inRange, type RawScore } from "./answer";
import { refused, type MeasureRefusal } from "./refusal";

type Raw = RawScore & { state: "raw" };

/** One number of the items of a form, unrounded, or the first thing that stands against it. */
export function scoreItems(scoring: ItemScoring, items: readonly (number | null)[]): Raw | MeasureRefusal {
  const { count, range, whole, missing } = scoring;
  if (items.length < count[0] || items.length > count[1]) return refused.numberOfItems(count, items.length);
  for (const [at, item] of items.entries()) {
    if (item === null) continue;
    if (!inRange(item, range)) return refused.outOfRange(at + 1, range);
    if (whole && !Number.isInteger(item)) return refused.notWhole(at + 1);
  }
  const answers = inOneDirection(scoring, items).filter((item) => item !== null);
  const fewest = missing.as === "left-out" ? missing.fewest : missing.as === "zero" ? 0 : items.length;
  if (answers.length < fewest) return refused.tooManyMissing(answers.length, fewest);
  return { state: "raw", answered: answers.length, ...numbersOf(scoring, answers, items.length) };
}

/** The answers with the reversed items turned round. */
function inOneDirection({ reversed, range }: ItemScoring, items: readonly (number | null)[]): (number | null)[] {
  const ends = range[0] + (range[1] ?? 0);
  return items.map((item, at) => (item !== null && reversed.includes(at + 1) ? ends - item : item));
}

function numbersOf(
  { score, range, missing, percentToo }: ItemScoring,
  answers: readonly number[],
  items: number,
): Pick<RawScore, "score" | "percent"> {
  const sum = answers.reduce((total, answer) => total + answer, 0);
  const mean = sum / answers.length;
  const percent = (100 * mean) / (range[1] ?? 1);
  switch (score) {
    case "percent":
      return { score: percent, percent };
    case "mean":
      return { score: mean, percent: null };
    case "sum":
      return { score: missing.as === "left-out" ? mean * items : sum, percent: percentToo ? percent : null };
  }
}
