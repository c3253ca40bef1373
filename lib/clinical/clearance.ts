import type { ClearanceKey, ClearanceState } from "./facts";
import type { Day } from "./days";

/** What a surgeon may put on a grant; absent or null: no limit. */
export type ClearanceLimits = {
  maxMinutes?: number | null | undefined;
  maxKg?: number | null | undefined;
};

/** A clearance of the episode; `from` and `until` are inclusive, and open when absent or null. */
export type Clearance = {
  key: ClearanceKey;
  status: ClearanceState;
  from?: Day | null | undefined;
  until?: Day | null | undefined;
  limits?: ClearanceLimits | null | undefined;
};

/** Granted or limited, begun, and not past its end: requested, returned, denied, revoked, expired and under review are not. */
export function isLive({ status, from, until }: Clearance, today: Day): boolean {
  return (status === "granted" || status === "limited") && isInForce({ from, until }, today);
}

/** Whether `today` lies between two inclusive days, either of which may be open. */
export function isInForce(
  { from, until }: { from?: Day | null | undefined; until?: Day | null | undefined },
  today: Day,
): boolean {
  return (from == null || from <= today) && (until == null || today <= until);
}
