import type { ClinicalContent } from "@/lib/clinical/facts";
import type { ClinicalSettings } from "@/lib/clinical/settings";
import { signing, type SigningInput } from "@/lib/clinical/signing";
import type { DraftLine } from "@/lib/schemas/program";

/** The first later phase in which a blocked line may stand, judged alone; null where every phase refuses it. */
export function openingPhase(
  line: DraftLine,
  phases: readonly number[],
  input: SigningInput,
  content: ClinicalContent,
  settings: ClinicalSettings,
): number | null {
  const later = phases.filter((n) => n > line.phase);
  return (
    later.find((phase) => {
      const [judged] = signing({ ...input, lines: [{ ...line, phase }] }, content, settings).lines;
      return judged && (judged.verdict !== "block" || judged.heldBack !== null);
    }) ?? null
  );
}
