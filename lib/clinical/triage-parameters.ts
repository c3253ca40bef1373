import { unverified } from "./finding";
import type { ParameterName, TriageCondition, TriageContent, WrittenCondition } from "./triage-content";

/** A written condition with the number that each name stands for; null: the comparison is to be false whatever is answered. */
type NumberOf = (name: string) => number | null;

const never: TriageCondition = ["or"];

/**
 * The content with a clinic's numbers in its conditions: done once per version of the settings, so that `triage` compares plain numbers. What
 * `values` does not name keeps its default.
 * @param values by parameter name (`nprsSevere`); an unknown name changes nothing
 */
export function withParameters<C extends Pick<TriageContent, "rules" | "parameters">>(
  content: C,
  values: Readonly<Record<string, number>>,
): C {
  const parameters = Object.fromEntries(
    Object.entries(content.parameters).map(([name, parameter]) => [
      name,
      { ...parameter, value: values[name] ?? parameter.default },
    ]),
  );
  const numberOf = (name: string) => parameters[name]?.value ?? null;
  // What a clinic sets itself is confirmed by nobody: the sources stand behind the default.
  const confirmedNumberOf = (name: string) => confirmed(parameters[name]);
  const rules = content.rules.map((rule) => ({
    ...rule,
    condition: resolved(rule.written, numberOf),
    confirmed: resolved(rule.written, confirmedNumberOf),
  }));
  return { ...content, rules, parameters };
}

/** The names of the numbers that a written condition uses. */
export function parametersIn(condition: WrittenCondition): string[] {
  switch (condition[0]) {
    case "and":
    case "or":
      return condition.flatMap((part) => (typeof part === "string" ? [] : parametersIn(part)));
    case "not":
      return parametersIn(condition[1]);
    case "rise":
    case "ctx":
      return isName(condition[3]) ? [condition[3].parameter] : [];
    default:
      return isName(condition[2]) ? [condition[2].parameter] : [];
  }
}

function resolved(condition: WrittenCondition, numberOf: NumberOf): TriageCondition {
  switch (condition[0]) {
    case "and":
    case "or": {
      const parts = condition.flatMap((part) => (typeof part === "string" ? [] : [resolved(part, numberOf)]));
      return [condition[0], ...parts];
    }
    case "not":
      return ["not", resolved(condition[1], numberOf)];
    case "rise": {
      const [, later, earlier, points] = condition;
      const number = isName(points) ? numberOf(points.parameter) : points;
      return number === null ? never : ["rise", later, earlier, number];
    }
    case "ctx": {
      const [, key, comparison, other] = condition;
      const value = isName(other) ? numberOf(other.parameter) : other;
      return value === null ? never : ["ctx", key, comparison, value];
    }
    default: {
      const [comparison, key, other] = condition;
      const value = isName(other) ? numberOf(other.parameter) : other;
      return value === null ? never : [comparison, key, value];
    }
  }
}

function confirmed(parameter: { basis: string; default: number } | undefined): number | null {
  return parameter === undefined || parameter.basis.includes(unverified) ? null : parameter.default;
}

function isName(value: unknown): value is ParameterName {
  return typeof value === "object" && value !== null && "parameter" in value;
}
