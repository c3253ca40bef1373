import type { ClearanceKey, Region, RestrictionKind } from "./facts";
import type { Day } from "./days";

/** A restriction as it is ordered: its limit where its kind has one, and at most one end; without an end it stands until it is ended. */
export type RestrictionTerms = {
  kind: RestrictionKind;
  region: Region | null;
  kg: number | null;
  minutes: number | null;
  untilDate: Day | null;
  untilPhase: number | null;
  untilClearance: ClearanceKey | null;
};

/** What of a restriction a change would loosen; `end` stands for whichever end it has. */
export type Loosened = "kind" | "region" | "kg" | "minutes" | "end";

/**
 * In what a changed restriction is looser than the one it replaces; null where it is at least as strict in everything. Ends of two sorts cannot be
 * compared: only no end at all is stricter than every end. The database's `is_as_strict` says the same.
 */
export function loosenedIn(changed: RestrictionTerms, former: RestrictionTerms): Loosened | null {
  if (changed.kind !== former.kind) return "kind";
  if (changed.region !== null && changed.region !== former.region) return "region";
  if (isMore(changed.kg, former.kg)) return "kg";
  if (isMore(changed.minutes, former.minutes)) return "minutes";
  return lastsAsLong(changed, former) ? null : "end";
}

/** What is limited, where and to how much. */
type Limit = { kind: RestrictionKind } & {
  [Field in "region" | "kg" | "minutes"]?: RestrictionTerms[Field] | undefined;
};

/** Whether two restrictions limit the same to the same, whenever they end; of one kind and place several limits may stand at once. */
export function isSameLimit(one: Limit, other: Limit): boolean {
  return (
    one.kind === other.kind &&
    (one.region ?? null) === (other.region ?? null) &&
    (one.kg ?? null) === (other.kg ?? null) &&
    (one.minutes ?? null) === (other.minutes ?? null)
  );
}

function isMore(limit: number | null, former: number | null): boolean {
  return former !== null && (limit === null || limit > former);
}

function lastsAsLong(changed: RestrictionTerms, former: RestrictionTerms): boolean {
  const { untilDate, untilPhase, untilClearance } = changed;
  if (untilDate !== null) return former.untilDate !== null && untilDate >= former.untilDate;
  if (untilPhase !== null) return former.untilPhase !== null && untilPhase >= former.untilPhase;
  return untilClearance === null || untilClearance === former.untilClearance;
}
