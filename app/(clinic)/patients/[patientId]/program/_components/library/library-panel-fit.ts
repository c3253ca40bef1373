import type { ClearanceKey, Text } from "@/lib/clinical/facts";
import type { SignedLine } from "@/lib/clinical/signing";

type Judged = Pick<SignedLine, "verdict" | "heldBack" | "findings">;

/** Why an exercise does not fit now, the one thing that would lift it. */
export type NotNow =
  /** `inDays` from today; null where there is no today. */
  | { because: "day"; day: number; inDays: number | null }
  | { because: "clearance"; keys: readonly ClearanceKey[] }
  | { because: "blocked"; words: Text | null };

/**
 * What keeps an exercise out of a phase; null where it fits. A line that opens no later than its phase fits the phase.
 * @param day days since the anchor: today's, where there is one, and the first of the phase
 */
export function whyNotNow(
  { verdict, heldBack, findings }: Judged,
  day: { today: number | null; phase: number },
): NotNow | null {
  if (heldBack === null) {
    if (verdict !== "block") return null;
    return { because: "blocked", words: findings.find(({ severity }) => severity === "block")?.because ?? null };
  }
  if (heldBack.until === "clearance") return { because: "clearance", keys: heldBack.keys };
  if (heldBack.until === "phase" || heldBack.day <= Math.max(day.today ?? 0, day.phase)) return null;
  return { because: "day", day: heldBack.day, inDays: day.today === null ? null : heldBack.day - day.today };
}
