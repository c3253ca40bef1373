import { addDays, type Day } from "../days";
import type { ClinicalSettings } from "../settings";
import type { Grounds } from "./task";

/** Pain before a session, 0–10. */
export type Score = { on: Day; nprs: number };

/**
 * Whether pain on a day has fallen since it was first told: null where it has by `benefitPoints` or `benefitPct`, otherwise why a review is due.
 * Now is the mean of the last window of days; the first pain is the mean of the first window of check-ins that the last one does not reach.
 * @param treatedOn the day of the treatment that is judged: pain told up to it is the first pain; null: none
 */
export function lackOfBenefit(
  scores: readonly Score[],
  treatedOn: Day | null,
  asOf: Day,
  { trendWindowDays, benefitPoints, benefitPct }: ClinicalSettings,
): Grounds | null {
  const windowStart = addDays(asOf, 1 - trendWindowDays.value);
  const now = scores.filter(({ on }) => windowStart <= on && on <= asOf);
  const earlier = scores.filter(({ on }) => on < windowStart);
  const first = firstScores(earlier, treatedOn, trendWindowDays.value);
  if (now.length === 0 || first.length === 0) return "no-check-ins";
  const before = meanOf(first);
  const fall = before - meanOf(now) + 1e-9;
  return fall >= benefitPoints.value || fall >= (before * benefitPct.value) / 100 ? null : "no-benefit";
}

function firstScores(earlier: readonly Score[], treatedOn: Day | null, length: number): readonly Score[] {
  const untreated =
    treatedOn === null ? [] : earlier.filter(({ on }) => addDays(treatedOn, -length) < on && on <= treatedOn);
  if (untreated.length > 0) return untreated;
  const since = earlier.filter(({ on }) => treatedOn === null || on > treatedOn);
  const [first] = since.map(({ on }) => on).sort();
  return first === undefined ? [] : since.filter(({ on }) => on < addDays(first, length));
}

function meanOf(scores: readonly Score[]): number {
  return scores.reduce((sum, { nprs }) => sum + nprs, 0) / scores.length;
}
