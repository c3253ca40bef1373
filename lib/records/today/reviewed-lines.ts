import type { ProtocolWithEntry } from "@/lib/clinical/entry-criteria";
import { review } from "@/lib/clinical/review";
import type { EpisodeSituation } from "@/lib/records/programs/situation";
import { withClinicNumbers } from "@/lib/records/settings/current-settings";
import type { OpenLine } from "./open-lines";

/**
 * The lines that stand before review as of today: one that has come to block since it was signed (a new restriction, a lapsed grant) is not shown,
 * whatever the gate says. Nothing is new: what is prescribed is what the patient does now.
 */
export function reviewedLines(
  lines: readonly OpenLine[],
  { currentPhase, otherProtocols, settings, ...situation }: EpisodeSituation,
  protocol: ProtocolWithEntry,
): OpenLine[] {
  const judged = lines.map(({ exercise, dosage }) => ({ exercise, dosage }));
  const content = withClinicNumbers(settings, {
    protocols: Object.fromEntries([...otherProtocols, protocol].map((facts) => [facts.id, facts])),
    exercises: Object.fromEntries(lines.map(({ facts }) => [facts.id, facts])),
  });
  const asked = { ...situation, phase: currentPhase ?? 1, previous: judged, lines: judged };
  const result = review(asked, content, settings.clinical);
  if (result.findings.some(({ severity }) => severity === "block")) return [];
  return lines.filter((_, index) => result.lines[index]?.verdict !== "block");
}
