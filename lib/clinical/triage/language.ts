import type { Answer, Answers, Comparison, TriageCondition, TriageContext } from "../triage-content";

/** Whether a condition of the content holds. A comparison or a rise with a missing answer is false. */
export function holds(condition: TriageCondition, answers: Answers, context: TriageContext): boolean {
  switch (condition[0]) {
    case "and":
      return condition.every((part) => typeof part === "string" || holds(part, answers, context));
    case "or":
      return condition.some((part) => typeof part !== "string" && holds(part, answers, context));
    case "not":
      return !holds(condition[1], answers, context);
    case "rise":
      return hasRisen(answers[condition[1]], answers[condition[2]], condition[3]);
    case "ctx":
      return compare(context[condition[1]], condition[2], condition[3]);
    default:
      return compare(answers[condition[1]], condition[0], condition[2]);
  }
}

/** The inputs that a condition reads. */
export function inputsIn(condition: TriageCondition): string[] {
  switch (condition[0]) {
    case "and":
    case "or":
      return condition.flatMap((part) => (typeof part === "string" ? [] : inputsIn(part)));
    case "not":
      return inputsIn(condition[1]);
    case "rise":
      return [condition[1], condition[2]];
    case "ctx":
      return [];
    default:
      return [condition[1]];
  }
}

function hasRisen(later: Answers[string], earlier: Answers[string], points: number): boolean {
  return typeof later === "number" && typeof earlier === "number" && later - earlier >= points;
}

function compare(value: Answers[string], comparison: Comparison, other: Answer | readonly Answer[]): boolean {
  if (value == null) return false;
  if (typeof other === "object") return comparison === "in" && other.includes(value);
  switch (comparison) {
    case "==":
      return value === other;
    case "!=":
      return value !== other;
    case ">=":
      return value >= other;
    case "<=":
      return value <= other;
    case ">":
      return value > other;
    case "<":
      return value < other;
    case "in":
      return value === other;
  }
}
