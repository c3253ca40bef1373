import { triage } from "@/lib/clinical/triage";
import type { Answer, Stage, TriageContext, TriageLevel } from "@/lib/clinical/triage-content";
import { askedInputs } from "@/lib/clinical/triage/missing";
import type { ShippedTriage } from "@/lib/schemas/content/triage";
import type { Text } from "@/lib/clinical/facts";
import { inputsByChoice } from "./read-answers";

type ShippedInput = ShippedTriage["inputs"][number];

/** One worrying value of one warning sign, as a box of a group; `id` is what the form sends, `level` what it alone calls for. */
export type SignBox = { id: string; input: string; value: Answer; label: Text; level: TriageLevel };

/** What one screen of the check-in asks. `name` is the form name. */
export type FormQuestion =
  | { kind: "pain"; name: string; question: Text }
  /** `quiet` is what "all as usual" sends; null: no button says it for this one. */
  | { kind: "number"; name: string; question: Text; range: readonly [number, number]; quiet: string | null }
  | { kind: "choice"; name: string; question: Text; choices: { value: string; label: Text }[]; quiet: string | null }
  /** Yes, no, or rather not say: what a clinic asks by its own choice. */
  | { kind: "gentle"; name: string; question: Text }
  | { kind: "signs"; name: string; question: Text; boxes: SignBox[]; quiet: Readonly<Record<string, Answer>> };

/** Groups of warning signs on one screen: two or three plain groups are read, twenty-nine questions are not. */
const groupsOnScreen = 3;

/**
 * The screens of a stage for this person: each pain score alone, then what is asked on its own, then the warning signs in groups, and last, alone,
 * what the clinic asks by its own choice. What is short is one screen: after the session all but the pain score, at the follow-up everything. Of a
 * group only the signs that are asked of this person at this stage are shown.
 */
export function formSteps(
  stage: Stage,
  context: TriageContext,
  content: ShippedTriage,
  asksByChoice: boolean,
): FormQuestion[][] {
  const askedKeys = new Set(askedInputs(stage, context, content).map(({ key }) => key));
  const asked = content.inputs.filter(({ key }) => askedKeys.has(key));
  const pains = asked.filter(({ type }) => type === "int0-10").map((input) => [painQuestion(input)]);
  const own = asked
    .filter(({ type, group }) => type !== "int0-10" && group === null)
    .map((input) => ownQuestion(input, stage));
  const groups = content.groups.flatMap(({ id, label }) => {
    const inputs = asked.filter(({ group }) => group === id);
    return inputs.length === 0 ? [] : [signsQuestion(id, label, inputs, context, content)];
  });
  if (stage === "follow-up") return [[...pains.flat(), ...own, ...groups]];
  if (stage === "after") return [...pains, [...own, ...groups]];
  const byChoice = asksByChoice ? inputsByChoice(stage, content) : [];
  return [
    ...pains,
    ...(own.length === 0 ? [] : [own]),
    ...chunks(groups, groupsOnScreen),
    ...byChoice.map(({ key, question }): FormQuestion[] => [{ kind: "gentle", name: key, question }]),
  ];
}

function painQuestion({ key, question }: ShippedInput): FormQuestion {
  return { kind: "pain", name: key, question };
}

function ownQuestion({ key, question, values = [], range, quiet }: ShippedInput, stage: Stage): FormQuestion {
  // "It hurts, skip": where it hurts is what we want to know, and "nowhere" is no answer for one button.
  const usual = quiet === null || stage === "skip" ? null : String(quiet);
  if (range) return { kind: "number", name: key, question, range, quiet: usual };
  return { kind: "choice", name: key, question, choices: values, quiet: usual };
}

function signsQuestion(
  id: string,
  question: Text,
  inputs: readonly ShippedInput[],
  context: TriageContext,
  content: ShippedTriage,
): FormQuestion {
  return {
    kind: "signs",
    name: `signs-${id}`,
    question,
    boxes: inputs.flatMap(({ key, signs }) =>
      signs.map(({ value, label }) => ({
        id: `${key}=${String(value)}`,
        input: key,
        value,
        label,
        level: triage({ answers: { [key]: value }, context }, content).fired[0]?.level ?? "NORMAL_SORENESS",
      })),
    ),
    quiet: Object.fromEntries(inputs.flatMap(({ key, quiet }) => (quiet === null ? [] : [[key, quiet]]))),
  };
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  const parts = Math.ceil(list.length / size);
  const even = Math.ceil(list.length / Math.max(parts, 1));
  return Array.from({ length: parts }, (_, part) => list.slice(part * even, (part + 1) * even));
}
