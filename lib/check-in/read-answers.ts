import type { Answer, CheckInInput, Stage, TriageContent, TriageContext } from "@/lib/clinical/triage-content";
import { askedInputs } from "@/lib/clinical/triage/missing";
import { Invalid } from "@/lib/errors";

/**
 * The answers that were given, each checked against its input; null is left out as not answered.
 * @throws {Invalid} naming every answer (`answers.nprsBefore`) that is not asked of this person at this stage, of the wrong kind or out of range
 */
export function readAnswers(
  given: Readonly<Record<string, Answer | null>>,
  stage: Stage,
  context: TriageContext,
  content: TriageContent,
): Record<string, Answer> {
  const inputs = new Map(welcomeInputs(stage, context, content).map((input) => [input.key, input]));
  const answers: Record<string, Answer> = {};
  const fields: Record<string, string> = {};
  for (const [key, value] of Object.entries(given)) {
    const input = inputs.get(key);
    const problem = input ? problemOf(value, input) : "notAsked";
    if (problem !== null) fields[`answers.${key}`] = problem;
    else if (value !== null) answers[key] = value;
  }
  if (Object.keys(fields).length > 0) throw new Invalid(fields);
  return answers;
}

/** What is asked by choice is heard even where the clinic has just stopped asking it: it was asked when the person answered. */
function welcomeInputs(stage: Stage, context: TriageContext, content: TriageContent): CheckInInput[] {
  return [...askedInputs(stage, context, content), ...inputsByChoice(stage, content)];
}

/** What a clinic may ask by its own choice at this stage (`requiredWhen` null): such an answer is heard, never missed. */
export function inputsByChoice<I extends CheckInInput>(stage: Stage, { inputs }: { inputs: readonly I[] }): I[] {
  if (stage !== "full" && stage !== "before") return [];
  return inputs.filter(({ required, requiredWhen }) => required === "conditional" && requiredWhen === null);
}

function problemOf(value: Answer | null, { type, values, range }: CheckInInput): string | null {
  if (value === null) return null;
  switch (type) {
    case "int0-10":
      return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 10 ? null : "painNumber";
    case "number": {
      const [least, most] = range ?? [-Infinity, Infinity];
      return typeof value === "number" && value >= least && value <= most ? null : "outOfRange";
    }
    case "enum":
      return values?.some((known) => known.value === value) ? null : "chooseOne";
    case "bool":
      return typeof value === "boolean" ? null : "yesOrNo";
  }
}
