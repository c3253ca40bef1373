import type { ProtocolWithEntry } from "@/lib/clinical/entry-criteria";
import type { ExerciseFacts } from "@/lib/clinical/facts";
import { review } from "@/lib/clinical/review";
import type { EpisodeSituation } from "@/lib/records/programs/situation";
import { withClinicNumbers } from "@/lib/records/settings/current-settings";
import type { OpenLine } from "./open-lines";

/**
 * The lines that stand before review as of today: one that has come to block since it was signed (a new restriction, a lapsed grant) is not shown,
 * whatever the gate says. Nothing is new: what is prescribed is what the patient does now. An exercise of the clinic's own stands by what it
 * was when it was signed, whose words the patient reads, and by what the clinic knows of it since.
 */
export function reviewedLines(
  lines: readonly OpenLine[],
  situation: EpisodeSituation,
  protocol: ProtocolWithEntry,
): OpenLine[] {
  const isKnown = standing(lines, ({ facts }) => facts, situation, protocol);
  const isSigned = lines.some(({ signedFacts }) => signedFacts)
    ? standing(lines, ({ facts, signedFacts }) => signedFacts ?? facts, situation, protocol)
    : isKnown;
  return lines.filter(({ id }) => isKnown.has(id) && isSigned.has(id));
}

/** The ids of the lines that review does not block, by the facts given. */
function standing(
  lines: readonly OpenLine[],
  factsOf: (line: OpenLine) => ExerciseFacts,
  { currentPhase, otherProtocols, settings, ...situation }: EpisodeSituation,
  protocol: ProtocolWithEntry,
): ReadonlySet<string> {
  const judged = lines.map(({ exercise, dosage }) => ({ exercise, dosage }));
  const content = withClinicNumbers(settings, {
    protocols: Object.fromEntries([...otherProtocols, protocol].map((facts) => [facts.id, facts])),
    exercises: Object.fromEntries(lines.map((line) => [line.exercise, factsOf(line)])),
  });
  const asked = { ...situation, phase: currentPhase ?? 1, previous: judged, lines: judged };
  const result = review(asked, content, settings.clinical);
  if (result.findings.some(({ severity }) => severity === "block")) return new Set();
  return new Set(lines.filter((_, index) => result.lines[index]?.verdict !== "block").map(({ id }) => id));
}
