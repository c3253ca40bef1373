import type { Answer } from "@/lib/clinical/triage-content";
import type { FormQuestion } from "./form-steps";
import { noneOfThese, readQuestion, type SentValues } from "./read-question";
import type { StepState } from "./step-state";

/** Onwards, onwards with everything untouched answered quietly, or back. */
export const ways = ["on", "rest", "back"] as const;
type Screen = { step: number; values: SentValues; go: (typeof ways)[number] };

/**
 * What an answered screen leads to: the next one, the one before, the first with something wrong, or the answers of all. Nothing that was chosen
 * is lost on the way. The same on the server and in the browser.
 */
export function nextStep(
  steps: readonly (readonly FormQuestion[])[],
  before: StepState,
  { step, values: sent, go }: Screen,
): { state: StepState } | { answers: Record<string, Answer>; values: SentValues } {
  const at = (place: number, values: SentValues, errors: StepState["errors"] = {}) => ({
    state: { step: Math.max(0, place), attempt: before.attempt + 1, values, errors },
  });
  if (go === "back") return at(step - 1, sent);
  const values = go === "rest" ? withQuietRest(steps[step] ?? [], sent) : sent;
  const read = steps.map((questions) =>
    questions.map((question) => ({ name: question.name, ...readQuestion(question, values) })),
  );
  const wrongAt = read.findIndex((questions, index) => index <= step && questions.some(({ error }) => error !== null));
  if (wrongAt >= 0) {
    const wrong = (read[wrongAt] ?? []).flatMap(({ name, error }) => (error === null ? [] : [[name, error] as const]));
    return at(wrongAt, values, Object.fromEntries(wrong));
  }
  if (step + 1 < steps.length) return at(step + 1, values);
  return { answers: Object.fromEntries(read.flat().flatMap(({ answers }) => Object.entries(answers))), values };
}

/** What one button answers for everything on the screen that was not touched; null where the screen has no such button. */
export function quietRest(questions: readonly FormQuestion[]): ReadonlyMap<string, string> | null {
  const quiet = questions.flatMap((question): [string, string | null][] => {
    if (question.kind === "pain") return [];
    if (question.kind === "signs") return [[question.name, noneOfThese]];
    return [[question.name, question.kind === "gentle" ? null : question.quiet]];
  });
  const known = quiet.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return known.length === 0 || known.length < quiet.length ? null : new Map(known);
}

function withQuietRest(questions: readonly FormQuestion[], sent: SentValues): SentValues {
  const untouched = [...(quietRest(questions) ?? [])].filter(([name]) =>
    (sent[name] ?? []).every((value) => value.trim() === ""),
  );
  return { ...sent, ...Object.fromEntries(untouched.map(([name, value]) => [name, [value]])) };
}
