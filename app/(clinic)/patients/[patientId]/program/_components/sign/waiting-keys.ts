import { isLive } from "@/lib/clinical/clearance";
import { clearanceKeys, type ClearanceKey } from "@/lib/clinical/facts";
import { entryKeys } from "@/lib/clinical/needed-keys";
import type { SigningResult } from "@/lib/clinical/signing";
import type { ProgramPage } from "@/lib/records/programs/load-program";

/** Keys that the phase in hand or its lines wait for, and that nobody has been asked for yet. */
export function waitingKeys(
  { situation, content }: Pick<ProgramPage, "situation" | "content">,
  { lines }: SigningResult,
  phaseNow: number,
): ClearanceKey[] {
  const { protocol, today, clearances = [] } = situation;
  const needed = new Set([
    ...entryKeys(protocol, phaseNow, content),
    ...lines.flatMap(({ phase, heldBack }) => (phase === phaseNow ? (heldBack?.keys ?? []) : [])),
  ]);
  const standing = (key: ClearanceKey) =>
    clearances.some(
      (clearance) =>
        clearance.key === key && (isLive(clearance, today) || ["requested", "under-review"].includes(clearance.status)),
    );
  return clearanceKeys.filter((key) => needed.has(key) && !standing(key));
}
