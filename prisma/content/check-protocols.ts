import { needsClearance } from "@/lib/clinical/review/need";
import { tracksOf } from "@/lib/clinical/track";
import type { ContentPhase, ContentProtocol } from "@/lib/schemas/content/protocol";
import type { ProductContent } from "./load";
import type { Problem } from "./problem";

const mostStartingLines = 6;
const anyDay = "2026-01-01";

/** Phases that follow one another, and lines that the exercises bear out. */
export function checkProtocols(content: ProductContent): Problem[] {
  return Object.values(content.protocols).flatMap((protocol) =>
    protocol.phases.flatMap((phase, i) => {
      const found = [
        ...checkPhase(phase, i, protocol),
        ...checkFunctional(phase, content),
        ...phase.lines.flatMap((line, at) =>
          checkLine(line, phase, protocol, content).map(
            ([field, message]) => [`lines.${at}.${field}`, message] as const,
          ),
        ),
      ];
      return found.map(([field, message]) => ({
        file: `protocols/${protocol.id}.json`,
        field: `phases.${i}.${field}`,
        message,
      }));
    }),
  );
}

type Found = readonly [field: string, message: string];

function checkPhase(phase: ContentPhase, i: number, { phases }: ContentProtocol): Found[] {
  const found: Found[] = [];
  if (phase.n !== i + 1) found.push(["n", `must be ${i + 1}`]);
  if (phase.dayEndExclusive !== (phases[i + 1]?.dayStart ?? null)) {
    found.push(["dayEndExclusive", "days overlap or leave a gap"]);
  }
  if (phase.entryCriteria.minDay !== phase.dayStart)
    found.push(["entryCriteria.minDay", "must be the phase's first day"]);
  if (phase.entryClearances.join() !== phase.entryCriteria.clearances.join()) {
    found.push(["entryClearances", "must be those of the entry criteria"]);
  }
  const starting = phase.lines.filter((line) => line.starting).length;
  if (starting === 0 || starting > mostStartingLines) {
    found.push(["lines", `${starting} starting lines; 1 to ${mostStartingLines} are allowed`]);
  }
  const ids = phase.lines.map(({ exercise }) => exercise);
  for (const id of ids.filter((id, at) => ids.indexOf(id) !== at)) found.push(["lines", `${id} stands twice`]);
  return found;
}

/** A function test that the product can score, in a unit that it has. */
function checkFunctional({ entryCriteria }: ContentPhase, { measures }: ProductContent): Found[] {
  return entryCriteria.functional.flatMap(({ measure, unit }, at): Found[] => {
    const field = `entryCriteria.functional.${at}`;
    const known = measures.find(({ id }) => id === measure);
    if (!known) return [[`${field}.measure`, `unknown measure ${measure}`]];
    if (known.forms.some(({ units }) => units.includes(unit))) return [];
    return [[`${field}.unit`, `${measure} has no ${unit}`]];
  });
}

function checkLine(
  line: ContentPhase["lines"][number],
  phase: ContentPhase,
  protocol: ContentProtocol,
  { exercises, clinical }: ProductContent,
): Found[] {
  const exercise = exercises[line.exercise];
  const facts = clinical.exercises[line.exercise];
  if (!exercise || !facts) return [["exercise", `unknown exercise ${line.exercise}`]];
  const found: Found[] = [];
  const { tracks } = tracksOf({ protocol: protocol.id, anchor: anyDay, today: anyDay, phase: phase.n }, clinical);
  const needs = tracks.some((track) => needsClearance(track, facts));
  if (line.requiresClearance !== needs) found.push(["requiresClearance", `must be ${needs}, as the rules find`]);
  if (needs !== (line.clearanceKey !== undefined))
    found.push(["clearanceKey", "is named exactly where a clearance is needed"]);
  if (line.clearanceKey !== undefined && line.clearanceKey !== exercise.clearanceKey) {
    found.push(["clearanceKey", `must be the exercise's own, ${exercise.clearanceKey}`]);
  }
  const { rule, day } = exercise.earliest[protocol.id];
  if (line.availableFromDay < Math.max(phase.dayStart, day ?? 0)) {
    found.push(["availableFromDay", "lies before the phase or before the exercise's earliest day"]);
  }
  if (phase.dayEndExclusive !== null && line.availableFromDay >= phase.dayEndExclusive) {
    found.push(["availableFromDay", "lies after the phase"]);
  }
  if (rule === "AVOID" || rule === "NEVER_WITHOUT_CLEARANCE")
    found.push(["exercise", `${rule} has no place in a template`]);
  if (line.starting !== (line.reason !== null)) found.push(["reason", "is written exactly for the starting lines"]);
  return found;
}
