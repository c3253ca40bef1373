import type { SignedLine, SigningLine } from "@/lib/clinical/signing";
import type { DraftLine } from "@/lib/schemas/program";

/**
 * The first later phase in which a blocked line may stand, judged alone; null where every phase refuses it.
 * @param judge as of the draft that the line stands in
 */
export function openingPhase(
  line: DraftLine,
  phases: readonly number[],
  judge: (lines: readonly SigningLine[]) => readonly SignedLine[],
): number | null {
  const later = phases.filter((n) => n > line.phase);
  return (
    later.find((phase) => {
      const [judged] = judge([{ ...line, phase }]);
      return judged && (judged.verdict !== "block" || judged.heldBack !== null);
    }) ?? null
  );
}
