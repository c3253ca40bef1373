import type { Readiness } from "@/lib/clinical/readiness";
import { addDays, type Day } from "@/lib/dates";
import { evidenceKindOf } from "@/lib/schemas/evidence";

const plainNames = [
  "minDay",
  "redFlagFreeDays",
  "nprsAvg7dMax",
  "nprsActivityMax",
  "adherencePct",
  "walkContinuousMin",
  "sitToleranceMin",
  "woundClosed",
  "fusionEvidence",
  "clearance",
  "functional",
  "other",
  "hold",
] as const;

/** A criterion as a patient reads it: which sentence, and the number or day in it. */
export type PlainCriterion = { name: (typeof plainNames)[number]; n: number | null; on: Day | null };

/** What the next phase needs: what is there, what is not yet, and what somebody of the team looks at, each sentence once. */
export type PlainCriteria = {
  met: PlainCriterion[];
  notYet: PlainCriterion[];
  surgeon: PlainCriterion[];
  therapist: PlainCriterion[];
};

/**
 * Readiness in a patient's words. What clinicians observed is theirs to tell, so it is never said to be met here: it stands with who looks at it,
 * unless the patient's own reports speak against it.
 * @param anchor what the program's days count from
 */
export function plainCriteria({ criteria }: Readiness, anchor: Day): PlainCriteria {
  const plain: PlainCriteria = { met: [], notYet: [], surgeon: [], therapist: [] };
  const told = new Set<string>();
  for (const { id, state, needed } of criteria) {
    const name = plainNames.find((known) => known === id.split(":")[0]);
    // That nothing is on hold is no news.
    if (name === undefined || (name === "hold" && state === "met")) continue;
    const kind = evidenceKindOf(id);
    const isSeen = kind !== null && state !== "unmet";
    const group = isSeen ? (kind === "healing" ? "surgeon" : "therapist") : state === "met" ? "met" : "notYet";
    const n = typeof needed === "number" ? needed : null;
    const said = `${group} ${name}`;
    if (told.has(said)) continue;
    told.add(said);
    plain[group].push({ name, n, on: name === "minDay" && n !== null ? addDays(anchor, n) : null });
  }
  return plain;
}
