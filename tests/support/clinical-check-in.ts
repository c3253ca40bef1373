import { loadContent } from "../../prisma/content/load";
import type { Answers, TriageContext } from "@/lib/clinical/triage-content";
import { triage, type TriageInput, type TriageResult } from "@/lib/clinical/triage";
import { triageInputSchema } from "@/lib/schemas/rules/triage";
import vignettes from "../unit/clinical/vignettes.json";

export const { triage: triageContent, clinical } = loadContent();
const schema = triageInputSchema(triageContent.inputs);

/** The worked vignettes of the clinical reference, each with every answer and the whole context. */
export const workedVignettes = vignettes.vignettes.map(({ name, answers, context, expectedLevel }) => ({
  name,
  expectedLevel,
  input: schema.parse({
    answers: { ...vignettes.defaults.answers, ...answers },
    context: { ...vignettes.defaults.context, ...context },
  }),
}));

const quietDay = schema.parse(vignettes.defaults);

export const quietAnswers: Answers = quietDay.answers;

/** A quiet day of a lumbar fusion in week 6, changed by what is said. */
export function checkIn(
  answers: Answers = {},
  context: Partial<TriageContext> = {},
  input: Partial<TriageInput> = {},
): TriageInput {
  return { ...input, answers: { ...quietAnswers, ...answers }, context: { ...quietDay.context, ...context } };
}

/** The answer to a check-in by the shipped content. */
export function judge(input: TriageInput): TriageResult {
  return triage(input, triageContent);
}
