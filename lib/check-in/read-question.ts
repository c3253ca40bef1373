import { worseOf } from "@/lib/clinical/triage";
import type { Answer } from "@/lib/clinical/triage-content";
import type { FormQuestion, SignBox } from "./form-steps";

/** What a form sent, by field name; a name may come more than once. */
export type SentValues = Readonly<Record<string, readonly string[]>>;

/** What "None of these" and "I am not sure" send. */
export const noneOfThese = "none";
const notSure = "unsure";
/** An answer of its own: nobody has to say. */
const ratherNotSay = "rather-not";
/** The field for a measured temperature, beside its sign. */
const measuredFever = "measured-feverC";

type Read = { answers: Record<string, Answer>; error: string | null };

/**
 * The answers to one question of the form, and the message key of what is wrong. "None of these" answers every sign of its group with its quiet
 * value; "not sure" leaves what was not ticked unanswered, which triage takes seriously.
 */
export function readQuestion(question: FormQuestion, sent: SentValues): Read {
  const values = sent[question.name] ?? [];
  const [first] = values;
  switch (question.kind) {
    case "pain":
      return first !== undefined && /^(\d|10)$/.test(first)
        ? answered(question.name, Number(first))
        : wrong("choosePain");
    case "number": {
      if (first === undefined || first.trim() === "") return wrong("numberNeeded");
      const number = Number(first.trim().replace(",", "."));
      const [least, most] = question.range;
      return number >= least && number <= most ? answered(question.name, number) : wrong("outOfRange");
    }
    case "choice":
      return question.choices.some(({ value }) => value === first) && first !== undefined
        ? answered(question.name, first)
        : wrong("chooseOne");
    case "gentle":
      if (first === "yes" || first === "no") return answered(question.name, first === "yes");
      return first === ratherNotSay ? { answers: {}, error: null } : wrong("chooseOne");
    case "signs":
      return readSigns(question, values, sent);
  }
}

function readSigns(
  { boxes, quiet }: Extract<FormQuestion, { kind: "signs" }>,
  values: readonly string[],
  sent: SentValues,
): Read {
  const ticked = boxes.filter(({ id }) => values.includes(id));
  if (values.includes(noneOfThese) && ticked.length > 0) return wrong("noneOrSigns");
  if (values.includes(noneOfThese)) return { answers: { ...quiet }, error: null };
  if (ticked.length === 0 && !values.includes(notSure)) return wrong("chooseSigns");
  const answers: Record<string, Answer> = values.includes(notSure) ? {} : { ...quiet };
  for (const input of new Set(ticked.map((box) => box.input))) {
    answers[input] = worst(ticked.filter((box) => box.input === input));
  }
  if (answers["feverC"] === undefined || !ticked.some(({ input }) => input === "feverC"))
    return { answers, error: null };
  const fever = readTemperature(sent[measuredFever]?.[0] ?? "");
  if (fever === "wrong") return wrong("temperature");
  return { answers: fever === null ? answers : { ...answers, feverC: fever }, error: null };
}

/** Of several ticked values of one sign the one that weighs most, the first of equals. */
function worst(boxes: readonly SignBox[]): Answer {
  const heaviest = boxes.reduce<SignBox | undefined>(
    (most, box) => (most && worseOf(most.level, box.level) === most.level ? most : box),
    undefined,
  );
  return heaviest?.value ?? false;
}

/** Degrees Celsius with one decimal, from either scale; null when nothing was typed. */
function readTemperature(typed: string): number | null | "wrong" {
  if (typed.trim() === "") return null;
  const number = Number(typed.trim().replace(",", "."));
  const celsius = Math.round((number > 60 ? ((number - 32) * 5) / 9 : number) * 10) / 10;
  return celsius >= 34 && celsius <= 43 ? celsius : "wrong";
}

function answered(key: string, value: Answer): Read {
  return { answers: { [key]: value }, error: null };
}

function wrong(error: string): Read {
  return { answers: {}, error };
}
