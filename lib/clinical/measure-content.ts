import type { MeasureId } from "./entry-criteria";
import type { Basis, Text } from "./facts";

/** PROM: answered by the patient; PERFORMANCE: timed or counted; SELF: a rating beside every session. */
export const measureKinds = ["PROM", "PERFORMANCE", "SELF"] as const;

/**
 * FREE and FREE_OWN_WORDING: the product may show questions. PERMISSION and UNCERTAIN: no item text ships, the clinician brings the form
 * and enters the answers or the total.
 */
export const licenceVerdicts = ["FREE", "FREE_OWN_WORDING", "PERMISSION", "UNCERTAIN"] as const;

export const directions = ["higher-is-worse", "higher-is-better", "higher-is-harder"] as const;

/** Both inclusive; null: no upper end. */
export type Range = readonly [lowest: number, highest: number | null];

/** How answers become one score. */
export type ItemScoring = {
  method: "items";
  /** Fewest and most items of a complete form. */
  count: readonly [number, number];
  /** Of one item. */
  range: Range;
  /** Whether an item must be a whole number. */
  whole: boolean;
  /** Items, counted from 1, whose answer counts as lowest + highest − answer. */
  reversed: readonly number[];
  /** What an unanswered item means. `left-out` scores the others, of which `fewest` must be answered. */
  missing: { as: "refused" } | { as: "zero" } | { as: "left-out"; fewest: number; basis: Basis };
  /** `percent` is of the most that the answered items allow; `sum` of a form with items left out gives these the mean of the others. */
  score: "sum" | "percent" | "mean";
  /** Whether the percent stands beside a sum. */
  percentToo: boolean;
};

/** The score lies in a table or value set that does not ship: a total is entered, never worked out. */
export type TotalScoring = { method: "total-only"; because: Text };

/** A named part of the range; both ends inclusive after rounding, null: open. */
export type Band = { min: number | null; max: number | null; label: Text; basis: Basis };

/** Below `below` is below average for that age; years, both inclusive. */
export type NormRow = { from: number; to: number; below: number };
export type Norms = { male: readonly NormRow[]; female: readonly NormRow[] };

/** One form of a measure, with its own score. */
export type MeasureForm = {
  id: string;
  name: Text;
  /** The unit of the score first, then others in which a criterion may name it. */
  units: readonly [string, ...string[]];
  /** Of the score; null: the owner's table decides. */
  range: Range | null;
  direction: (typeof directions)[number];
  scoring: ItemScoring | TotalScoring;
  /** Places of the score, and of the number that is banded; half rounds up. */
  decimals: number;
  bandDecimals: number;
  bands: readonly Band[];
  norms: Norms | null;
  /** Whether "unable" is an answer. */
  mayBeUnable: boolean;
};

/** What the rules read of one entry of `prisma/content/measures.json`; the first form is the usual one. */
export type Measure = { id: MeasureId; name: Text; forms: readonly MeasureForm[] };

export type Person = { age: number; sex: "male" | "female" };
