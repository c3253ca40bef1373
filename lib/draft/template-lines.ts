import type { DraftLine } from "@/lib/schemas/program";

type TemplateLine = Pick<DraftLine, "exercise" | "dosage"> & { templateLineId: string; starting: boolean };
type TemplatePhase = { n: number; lines: readonly TemplateLine[] };

/**
 * A template version as the lines of a program, for comparing: its starting selection, and of its alternatives those that the program took. What it
 * never meant to be taken is no difference.
 */
export function templateLines(phases: readonly TemplatePhase[], taken: readonly DraftLine[]): DraftLine[] {
  const origins = new Set(taken.map(({ templateLineId }) => templateLineId));
  return phases.flatMap(({ n, lines }) =>
    lines
      .filter(({ starting, templateLineId }) => starting || origins.has(templateLineId))
      .map(({ exercise, dosage, templateLineId }) => ({
        ...{ id: templateLineId, phase: n, exercise, dosage, templateLineId },
        ...{ noteToPatient: null, overrideReason: null },
      })),
  );
}

/** Lines without the reasons of their overrides, which a template does not have to be compared with. */
export function withoutReasons(lines: readonly DraftLine[]): DraftLine[] {
  return lines.map((line) => ({ ...line, overrideReason: null }));
}
