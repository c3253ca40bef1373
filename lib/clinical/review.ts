import type { ClinicalContent } from "./facts";
import { stricterOf, verdictOf, type Severity } from "./finding";
import type { ReviewInput, ReviewResult } from "./prescription";
import { caseOf } from "./review/case";
import { findingsOf, prepareLines } from "./review/line";
import { phaseNotReached } from "./review/phase-not-reached";
import { sessionLength } from "./review/session-length";
import { unknownProtocol } from "./review/unknown-exercise";
import { defaultSettings, type ClinicalSettings } from "./settings";

/**
 * May this be prescribed today, in the current phase? Answers every reason against it, line by line.
 * `block` cannot be signed, `override` needs the signer's reason, `caution` is shown.
 */
export function review(
  input: ReviewInput,
  content: ClinicalContent,
  settings: ClinicalSettings = defaultSettings,
): ReviewResult {
  const program = caseOf(input, content, settings);
  const lines = prepareLines(input.lines, content).map((prepared) => {
    const findings = findingsOf(prepared, program);
    return { exercise: prepared.line.exercise, verdict: verdictOf(findings), findings };
  });
  const findings = [
    ...unknownProtocol(program),
    ...phaseNotReached(program),
    ...sessionLength(input.lines, input.phase, settings),
  ];
  const verdict = lines.reduce<Severity>((worst, line) => stricterOf(worst, line.verdict), verdictOf(findings));
  return { verdict, lines, findings };
}
