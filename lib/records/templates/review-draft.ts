import { z } from "zod";
import type { TemplateDifference } from "@/lib/clinical/template-strictness";
import { templateLessStrict } from "@/lib/clinical/template-strictness";
import { firstShiftedDay } from "@/lib/clinical/first-shifted-day";
import { reviewTemplate, type TemplateReview } from "@/lib/clinical/template-review";
import type { ExerciseFacts } from "@/lib/clinical/facts";
import type { Tx } from "@/lib/db/in-clinic";
import { protocolOf } from "@/lib/draft/template-facts";
import { withClinicNumbers } from "@/lib/records/settings/current-settings";
import { exerciseFactsSchema } from "@/lib/schemas/stored-facts";
import type { StandingTemplateDraft } from "@/lib/schemas/template";
import { loadShipped } from "./version-content";

/** What the rules say of a draft that is to be published, in what it is less strict than the shipped protocol, and its exercises in the library. */
export type ReviewedDraft = {
  review: TemplateReview;
  lessStrict: TemplateDifference[];
  /** The protocol's `firstShiftedDay`. */
  shiftsFrom: number;
  /** By code. */
  exercises: ReadonlyMap<string, { id: string; isRetired: boolean; facts: ExerciseFacts }>;
};

const exerciseRow = z.object({
  id: z.string(),
  code: z.string(),
  retiredAt: z.date().nullable(),
  facts: exerciseFactsSchema,
});

/** Reviews a draft as it would be published now, by the clinic's numbers. */
export async function reviewDraft(
  tx: Tx,
  clinicId: string,
  { facts, lines }: Pick<StandingTemplateDraft, "facts" | "lines">,
): Promise<ReviewedDraft> {
  const codes = [...new Set(lines.map(({ exercise }) => exercise))];
  const { protocol: shipped, facts: shippedFacts, settings } = await loadShipped(tx, clinicId, facts.id);
  const stored = z.array(exerciseRow).parse(
    await tx.exercise.findMany({
      where: { clinicId, code: { in: codes } },
      select: { id: true, code: true, retiredAt: true, facts: true },
    }),
  );
  const known = Object.fromEntries(stored.map((exercise) => [exercise.code, exercise.facts]));
  const content = withClinicNumbers(settings, { exercises: known, protocols: {} });
  const own = protocolOf(facts, lines);
  const byRules = { exercises: content.exercises, protocols: { [shipped.id]: shipped } };
  return {
    review: reviewTemplate(own, lines, byRules, settings.clinical),
    lessStrict: templateLessStrict(shippedFacts.phases, facts.phases),
    shiftsFrom: firstShiftedDay(shipped),
    exercises: new Map(
      stored.map(({ id, code, retiredAt, facts: of }) => [
        code,
        { id, isRetired: retiredAt !== null, facts: content.exercises[code] ?? of },
      ]),
    ),
  };
}
