import { z } from "zod";
import { causeParts } from "@/lib/clinical/daily-review/task";
import type { Text } from "@/lib/clinical/facts";
import { unverified, type Source } from "@/lib/clinical/finding";
import { triageLevels } from "@/lib/clinical/triage-content";
import { shippedTriage } from "@/lib/records/check-ins/shipped-triage";

/** The name of the triage or trend rule behind a cause, whoever's task it is; null for what is none. */
export function ruleName(cause: string): Text | null {
  return ruleOf(cause)?.name ?? null;
}

/** What the rule behind a cause rests on, with the mark where nobody has confirmed it. */
export function ruleSource(cause: string): Source {
  const rule = ruleOf(cause);
  if (!rule) return [];
  return rule.basis === "sourced" ? [...rule.sources] : [...rule.sources, unverified];
}

function ruleOf(cause: string) {
  const { rules, trendRules } = shippedTriage();
  const { rule: id } = causeParts(cause);
  return [...rules, ...trendRules].find((rule) => rule.id === id);
}

/** What fired, as a check-in stores it, with each rule's name. */
export const firedRulesSchema = z.array(
  z
    .object({ rule: z.string(), level: z.enum(triageLevels), source: z.array(z.string()) })
    .transform((fired) => ({ ...fired, name: ruleName(fired.rule) })),
);
export type FiredRule = z.output<typeof firedRulesSchema>[number];

/** A warning sign in the words of its question; the chosen value where the question has several. */
export const worryingAnswersSchema = z.array(
  z.strictObject({ input: z.string(), value: z.string() }).transform(({ input: key, value }) => {
    const input = shippedTriage().inputs.find((known) => known.key === key);
    if (!input) throw new Error(`unknown check-in input ${key}`);
    const label = input.values?.find((known) => known.value === value)?.label;
    const number: Text = { en: value, es: value };
    return { question: input.question, answer: input.type === "bool" ? null : (label ?? number) };
  }),
);
export type WorryingAnswer = z.output<typeof worryingAnswersSchema>[number];
