import type { ClearanceState } from "@/lib/clinical/facts";
import type { DecisionOutcome } from "@/lib/schemas/clearance";

/**
 * What a signed decision can make of a clearance, by the state that it is in (data-model.md, States; a grant that stands is renewed or changed by
 * a new decision, decision 0025).
 */
const decisionsFrom: Record<ClearanceState, readonly DecisionOutcome[]> = {
  requested: ["granted", "limited", "denied", "returned"],
  "under-review": ["granted", "limited", "revoked"],
  granted: ["granted", "limited", "revoked"],
  limited: ["granted", "limited", "revoked"],
  returned: [],
  denied: [],
  revoked: [],
  expired: [],
};

/** The outcomes that stand open; none for a state that waits for nobody's decision. */
export function outcomesFrom(state: ClearanceState): readonly DecisionOutcome[] {
  return decisionsFrom[state];
}

/** While one of these stands, the subject cannot be asked for again in the episode. */
export const openStates = ["requested", "returned", "granted", "limited", "under-review"] as const;

/** How long whoever decided may take it back, in milliseconds; the database's trigger has the same five minutes. */
export const undoLasts = 5 * 60_000;

/** Why a decision of one's own is not taken back any more (message keys of `clearances.undo`); null while it still is. */
export function whyNotUndone(
  decision: { decidedAt: Date; isFromHere: boolean; isLatest: boolean; isSeen: boolean },
  now: Date,
): "undoMovedOn" | "undoSeen" | "undoTooLate" | null {
  if (!decision.isLatest) return "undoMovedOn";
  if (decision.isSeen) return "undoSeen";
  const isOver = now.getTime() - decision.decidedAt.getTime() >= undoLasts;
  return isOver || !decision.isFromHere ? "undoTooLate" : null;
}
