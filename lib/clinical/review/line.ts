import type { ClinicalContent } from "../facts";
import type { Finding } from "../finding";
import type { Line } from "../prescription";
import { avoid } from "./avoid";
import { dosesOf, type Case, type JudgedLine } from "./case";
import { clearanceLimit } from "./clearance-limit";
import { clearanceMissing } from "./clearance-missing";
import { contraindication } from "./contraindication";
import { doseAboveDefault } from "./dose-above-default";
import { duplicate } from "./duplicate";
import { individualDecision } from "./individual-decision";
import { needOf } from "./need";
import { onHold } from "./on-hold";
import { overLimit } from "./over-limit";
import { phaseAhead } from "./phase-ahead";
import { ramp } from "./ramp";
import type { LineRule } from "./report";
import { restriction } from "./restriction";
import { tooEarly } from "./too-early";
import { hasKnownTags, notInContent, unknownExercise } from "./unknown-exercise";

/** In the order in which findings are listed. */
const lineRules: readonly LineRule[] = [
  unknownExercise,
  avoid,
  tooEarly,
  clearanceMissing,
  individualDecision,
  clearanceLimit,
  overLimit,
  restriction,
  phaseAhead,
  contraindication,
  doseAboveDefault,
  ramp,
  onHold,
  duplicate,
];

/** A line of one phase, ready to be judged; `judged` is null when the content lacks the exercise. */
export type PreparedLine<L extends Line = Line> = { line: L; judged: JudgedLine | null };

/** The lines of one phase, each with the joint dose of its exercise. */
export function prepareLines<L extends Line>(lines: readonly L[], content: ClinicalContent): PreparedLine<L>[] {
  const { byExercise } = dosesOf(lines, content);
  const seen = new Set<string>();
  return lines.map((line) => {
    const exercise = content.exercises[line.exercise];
    const dose = byExercise.get(line.exercise);
    const isRepeat = seen.has(line.exercise);
    seen.add(line.exercise);
    return { line, judged: exercise && dose ? { exercise, dose, isRepeat } : null };
  });
}

/** Every finding of one line, in the order of the rules. What the content does not know is not judged further. */
export function findingsOf({ line, judged }: PreparedLine, program: Case): Finding[] {
  if (!judged) return [notInContent(line.exercise)];
  if (!hasKnownTags(judged.exercise)) return [...unknownExercise(judged, program)];
  const findings: Finding[] = [];
  const weighed = { ...judged, need: needOf(judged.exercise, program) };
  for (const rule of lineRules) findings.push(...rule(weighed, program));
  return findings;
}
