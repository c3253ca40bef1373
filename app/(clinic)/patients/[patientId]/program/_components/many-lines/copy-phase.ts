import type { Dosage } from "@/lib/clinical/facts";
import type { Draft } from "@/lib/draft/draft";
import type { BuilderPhase } from "@/lib/records/programs/load-program";
import type { DraftLine } from "@/lib/schemas/program";
import { lineDosage } from "../library/library-panel-line";

/** Ids of lines that are only looked at before they are taken. */
export function previewId(phase: number, exercise: string): string {
  return `preview-${phase}-${exercise}`;
}

/** A line of elsewhere as a draft may take it: what it prescribes, not what was written with it. */
export type CopiedLine = { exercise: string; dosage: Dosage };

/**
 * The lines that a phase takes from elsewhere, with ids of their own; notes and reasons stay where they were. An exercise that the phase has
 * already, or that comes twice, is left out and named in `skipped`.
 */
export function copiedLines(
  from: readonly CopiedLine[],
  draft: Draft,
  { n, lines: template }: Pick<BuilderPhase, "n" | "lines">,
  newId: (phase: number, exercise: string) => string,
): { lines: DraftLine[]; skipped: string[] } {
  const there = new Set(draft.lines.flatMap(({ phase, exercise }) => (phase === n ? [exercise] : [])));
  const skipped: string[] = [];
  const lines = from.flatMap(({ exercise, dosage }): DraftLine[] => {
    if (there.has(exercise)) {
      skipped.push(exercise);
      return [];
    }
    there.add(exercise);
    return [
      {
        id: newId(n, exercise),
        phase: n,
        exercise,
        dosage: lineDosage(dosage),
        noteToPatient: null,
        overrideReason: null,
        templateLineId: template.find((line) => line.exercise === exercise)?.templateLineId ?? null,
      },
    ];
  });
  return { lines, skipped };
}
