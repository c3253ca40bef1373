import type { Answer, CheckInInput, TriageContent } from "@/lib/clinical/triage-content";

/** The warning signs whose answer is not the quiet one, each with its value as text; a number worries from the clinic's threshold on. */
export function worryingAnswers(
  answers: Readonly<Record<string, Answer>>,
  { inputs, parameters }: TriageContent,
): { input: string; value: string }[] {
  return inputs.flatMap((input) => {
    const value = answers[input.key];
    if (value === undefined || !input.redFlag || !isWorrying(value, input, parameters[input.key]?.value)) return [];
    return [{ input: input.key, value: String(value) }];
  });
}

function isWorrying(value: Answer, { quiet }: CheckInInput, threshold: number | undefined): boolean {
  if (typeof value === "number" && threshold !== undefined) return value >= threshold;
  return value !== quiet;
}
