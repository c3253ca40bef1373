import { isLive } from "./clearance";
import type { ClinicalContent } from "./facts";
import { entryKeys } from "./needed-keys";
import type { SigningInput, SigningResult } from "./signing";

/**
 * What review says of each line, and with it that a phase whose entry waits for a clearance shows nothing to the patient yet: its open lines are
 * held back by the missing keys. For what is shown; a blocked line stays what it is.
 */
export function heldByPhase(
  answer: SigningResult,
  { protocol, today, clearances = [] }: Pick<SigningInput, "protocol" | "today" | "clearances">,
  phase: number,
  content: ClinicalContent,
): SigningResult {
  const live = new Set(clearances.filter((clearance) => isLive(clearance, today)).map(({ key }) => key));
  const keys = entryKeys(protocol, phase, content).filter((key) => !live.has(key));
  if (keys.length === 0) return answer;
  const lines = answer.lines.map((line) => {
    const isOpen = line.phase === phase && line.heldBack === null && line.verdict !== "block";
    return isOpen ? { ...line, heldBack: { until: "clearance" as const, day: 0, keys } } : line;
  });
  return { ...answer, lines };
}
