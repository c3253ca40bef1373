import type { Band, MeasureForm, Person, Range } from "../measure-content";
import { normOf, normBand } from "./norm";
import type { MeasureRefusal } from "./refusal";

/** One item: a number, null for "not answered", "unable" where the measure has it. */
export type MeasureAnswer = number | null | "unable";

/** The number before rounding; `percent` where the form has one beside its score. */
export type RawScore = { score: number; percent: number | null; answered: number | null };

export type MeasureResult =
  | {
      state: "scored";
      score: number;
      /** Of `score`. */
      unit: string;
      percent: number | null;
      /** Null: the measure has no band there. */
      band: Band | null;
      /** Items that were answered; null for a total. */
      answered: number | null;
    }
  | { state: "unable" }
  | MeasureRefusal;

/** The score rounded and banded; norms of age and sex come before the bands that hold for everybody. */
export function inBand(
  { units, decimals, bandDecimals, bands, norms }: MeasureForm,
  { score, percent, answered }: RawScore,
  person: Person | undefined,
): MeasureResult {
  const banded = rounded(score, bandDecimals);
  const norm = norms && person ? normOf(norms, person) : null;
  const band = bands.find(({ min, max }) => (min === null || banded >= min) && (max === null || banded <= max)) ?? null;
  return {
    state: "scored",
    score: rounded(score, decimals),
    unit: units[0],
    percent: percent === null ? null : rounded(percent, 1),
    band: norm ? normBand(norm, banded) : band,
    answered,
  };
}

/** Whether it is a number of the range; null: any number. */
export function inRange(value: number, range: Range | null): boolean {
  if (!Number.isFinite(value)) return false;
  return range === null || (value >= range[0] && (range[1] === null || value <= range[1]));
}

/** Half rounds up; a binary fraction a hair under a half counts as the half that was meant. */
function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.floor(value * factor + 0.5 + 1e-9) / factor;
}
