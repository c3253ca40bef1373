import type { Locale } from "@/lib/i18n/locale";
import type { FormQuestion } from "@/lib/check-in/form-steps";

/** A question in the words of one language: all that the browser needs of it. */
export type ShownQuestion =
  | { kind: "pain"; name: string }
  | { kind: "number" | "gentle"; name: string; question: string }
  | { kind: "choice" | "signs"; name: string; question: string; choices: { value: string; label: string }[] };

/** The screens in the language of the page. */
export function shownSteps(steps: readonly FormQuestion[][], locale: Locale): ShownQuestion[][] {
  return steps.map((step) => step.map((question) => shown(question, locale)));
}

function shown(question: FormQuestion, locale: Locale): ShownQuestion {
  const { name } = question;
  switch (question.kind) {
    case "pain":
      return { kind: "pain", name };
    case "number":
    case "gentle":
      return { kind: question.kind, name, question: question.question[locale] };
    case "choice":
      return {
        kind: "choice",
        name,
        question: question.question[locale],
        choices: question.choices.map(({ value, label }) => ({ value, label: label[locale] })),
      };
    case "signs":
      return {
        kind: "signs",
        name,
        question: question.question[locale],
        choices: question.boxes.map(({ id, label }) => ({ value: id, label: label[locale] })),
      };
  }
}
