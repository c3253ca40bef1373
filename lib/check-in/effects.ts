import type { TriageResult } from "@/lib/clinical/triage";
import type { TriageContent, TriageLevel } from "@/lib/clinical/triage-content";

/** What a check-in does at once: only ever toward safety. */
export type Effects = {
  /** The highest rule that fired, or `unanswered`; one open hold and one open alert per cause. */
  cause: string;
  level: TriageLevel;
  /** A suspension: only a surgeon lifts it, and the grants of the episode are looked at again. */
  isSuspension: boolean;
  /** Whether easy walking, ankle pumps and breathing stay open. */
  easyActivityAllowed: boolean;
  /** Minutes until somebody must have acted; null: none. */
  dueInMinutes: number | null;
};

/** The cause of a hold that no rule placed: a warning sign stayed unanswered. */
export const unanswered = "unanswered";

/** Rules about breath, dizziness, a fall or numbness: beside one of them not even a walk is advised. */
const restRules: ReadonlySet<string> = new Set([
  "sob-exertion",
  "sob-exertion-early",
  "pe",
  "dizziness",
  "collapse",
  "fall",
  "fall-late",
  "trauma-deficit",
  "anaesthetic-numbness",
  "new-radiating-or-sensory",
]);
/** The signs that those rules ask about: unanswered, they may be there. */
const restSigns: ReadonlySet<string> = new Set(["sob", "dizziness", "fall", "newNumbTingle"]);

/** The effects of a level at or above `HOLD_NOTIFY_PT`; null below it, where the record itself is all that the therapist needs. */
export function effectsOf({ level, fired, missing }: TriageResult, { levels }: TriageContent): Effects | null {
  if (level === "NORMAL_SORENESS" || level === "REDUCE_DOSE") return null;
  const isSuspension = level !== "HOLD_NOTIFY_PT";
  const mustRest = fired.some(({ rule }) => restRules.has(rule)) || missing.some((key) => restSigns.has(key));
  return {
    cause: fired.find((rule) => rule.level === level)?.rule ?? unanswered,
    level,
    isSuspension,
    easyActivityAllowed: !isSuspension && !mustRest,
    dueInMinutes: levels.find(({ code }) => code === level)?.slaMinutes ?? null,
  };
}
