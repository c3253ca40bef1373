import type { Dosage, ExerciseFacts } from "@/lib/clinical/facts";
import { isSameDosage } from "@/lib/draft/same";
import type { LineDosage } from "@/lib/draft/draft";
import type { BuilderPhase } from "@/lib/records/programs/load-program";
import { dosageSchema } from "@/lib/schemas/dosage";
import type { DraftLine } from "@/lib/schemas/program";

/** What decides the first dosage of an added line. */
export type LineStart = {
  id: string;
  facts: Pick<ExerciseFacts, "id" | "defaultDosage">;
  phase: Pick<BuilderPhase, "n" | "lines">;
  /** One's own default of the exercise. */
  own: Dosage | null;
  locale: "en" | "es";
};

/**
 * A new line of an exercise: with one's own default, else the template's dosage of the phase, else the exercise's. The template's reason for an
 * override goes only with its dosage.
 */
export function newLine({ id, facts, phase, own, locale }: LineStart): DraftLine {
  const template = phase.lines.find(({ exercise }) => exercise === facts.id);
  const dosage = own ? lineDosage(own) : (template?.dosage ?? lineDosage(facts.defaultDosage));
  const isTemplates = template !== undefined && isSameDosage(dosage, template.dosage);
  return {
    id,
    phase: phase.n,
    exercise: facts.id,
    dosage,
    noteToPatient: null,
    overrideReason: isTemplates ? (template.overrideReason?.[locale] ?? null) : null,
    templateLineId: template?.templateLineId ?? null,
  };
}

/** A dosage of the content with every key: what is absent does not apply. */
export function lineDosage(dosage: Dosage): LineDosage {
  return dosageSchema.parse(dosage);
}
