import type { ExerciseFacts, PhaseFacts } from "@/lib/clinical/facts";
import type { ReviewInput } from "@/lib/clinical/prescription";
import { review } from "./clinical-answers";
import { aContent, anExercise, aPhase, aProtocol, fourPhases, fromDay, onDay } from "./clinical-content";

/** What of the exercise, of the last phase and of the person is not as usual. */
export type Asked = { facts?: Partial<ExerciseFacts>; phase?: Partial<PhaseFacts>; input?: Partial<ReviewInput> };

/** A row of a table: the rule, what it meets, the finding in English and Spanish, and its sources. */
export type Said = [rule: string, name: string, asked: Asked, en: string, es: string, source: string];

/**
 * What the rule says of the bridge on day 100, in phase 4 of a fusion; of the pathway, whose phase has no sources, where the input follows it too.
 */
export function said(rule: string, { facts, phase, input }: Asked): string[][] {
  const phases = fourPhases.map((known) => (known.n === 4 ? { ...known, ...phase } : known));
  const content = aContent(
    [anExercise({ earliest: { fusion: fromDay(0), pathway: fromDay(0) }, ...facts })],
    aProtocol("fusion", phases),
    aProtocol("pathway", [aPhase(1, 0, null, { ...phase, sources: [] })]),
  );
  const { lines, findings } = review(onDay(100, input), content);
  const met = [...findings, ...lines.flatMap((line) => line.findings)].filter((finding) => finding.rule === rule);
  return met.map(({ because, source }) => [because.en, because.es, source.join(" · ")]);
}

export const alsoPathway = { alsoProtocols: ["pathway"] };
