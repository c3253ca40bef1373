import { z } from "zod";
import type { Text } from "@/lib/clinical/facts";
import { triageLevels } from "@/lib/clinical/triage-content";
import { shippedTriage } from "@/lib/records/check-ins/shipped-triage";

/** The name of a triage or trend rule; null for what is none. */
export function ruleName(id: string): Text | null {
  const { rules, trendRules } = shippedTriage();
  return [...rules, ...trendRules].find((rule) => rule.id === id)?.name ?? null;
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
