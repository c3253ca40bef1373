import { daysBetween, type Day } from "./days";
import type { ClearanceKey } from "./facts";
import type { HeldBack } from "./signing";

/** A signed line as the patient's gate judges it: the day that was signed, and of the keys that it needs those without a live grant. */
export type GatedLine = { isOpen: boolean; opensOn: Day; missingKeys: readonly ClearanceKey[] };

/**
 * What a line of a running program waits for, by what was signed and not by the numbers of today: a missing clearance before a day to come. Null for
 * an open line, and where only a hold closes it: that is said of the program as a whole.
 */
export function waitOfSigned({ isOpen, opensOn, missingKeys }: GatedLine, anchor: Day, today: Day): HeldBack | null {
  if (isOpen) return null;
  const day = daysBetween(anchor, opensOn);
  if (missingKeys.length > 0) return { until: "clearance", day, keys: [...missingKeys] };
  return opensOn > today ? { until: "day", day, keys: [] } : null;
}
