import type { Answer, CheckInInput, TriageCondition } from "@/lib/clinical/triage-content";
import { triageLevels, type WrittenCondition } from "@/lib/clinical/triage-content";
import { parametersIn } from "@/lib/clinical/triage-parameters";
import type { ProductContent } from "./load";
import type { Problem } from "./problem";

/** Conditions, signs and groups that name only inputs, values, rules and groups that exist. */
export function checkTriage({ triage }: ProductContent): Problem[] {
  const { inputs, rules, trendRules, groups, levels, parameters } = triage;
  const byKey = new Map<string, CheckInInput>(inputs.map((input) => [input.key, input]));
  const ruleIds = new Set([...rules, ...trendRules].map(({ id }) => id));
  const found: [string, string][] = [];
  if (
    levels
      .map(({ code }) => code)
      .sort()
      .join() !== [...triageLevels].sort().join()
  ) {
    found.push(["levels", "every level stands once"]);
  }
  if (ruleIds.size !== rules.length + trendRules.length) found.push(["rules", "an id stands twice"]);
  if (byKey.size !== inputs.length) found.push(["inputs", "a key stands twice"]);
  for (const { id, condition, written } of rules) {
    for (const message of conditionProblems(condition, byKey)) found.push([`rules.${id}.condition`, message]);
    for (const name of new Set(parametersIn(written))) {
      const parameter = parameters[name];
      if (!parameter) found.push([`rules.${id}.condition`, `unknown parameter ${name}`]);
      else if (!parameter.rules.includes(id)) found.push([`parameters.${name}.rules`, `does not name ${id}`]);
    }
    if (isTurnedAround(written))
      found.push([`rules.${id}.condition`, "a parameter inside not: its mark would be lost"]);
  }
  for (const [name, parameter] of Object.entries(parameters)) {
    for (const id of parameter.rules) {
      const rule = rules.find((known) => known.id === id);
      if (!ruleIds.has(id)) found.push([`parameters.${name}.rules`, `unknown rule ${id}`]);
      else if (rule && !parametersIn(rule.written).includes(name)) {
        found.push([`parameters.${name}.rules`, `${id} does not use it`]);
      }
    }
  }
  for (const input of inputs) {
    const field = `inputs.${input.key}`;
    if (input.group !== null && !groups.some(({ id }) => id === input.group)) {
      found.push([`${field}.group`, `unknown group ${input.group}`]);
    }
    if ((input.type === "enum") !== (input.values !== undefined)) found.push([`${field}.values`, "belong to an enum"]);
    if (input.values && input.values[0]?.value !== input.quiet)
      found.push([`${field}.quiet`, "must be the first value"]);
    if (input.quiet !== null)
      found.push(
        ...valueProblems([input.quiet], input).map((message): [string, string] => [`${field}.quiet`, message]),
      );
    found.push(...signProblems(input).map((message): [string, string] => [`${field}.signs`, message]));
  }
  return found.map(([field, message]) => ({ file: "triage.json", field, message }));
}

function conditionProblems(condition: TriageCondition, inputs: ReadonlyMap<string, CheckInInput>): string[] {
  switch (condition[0]) {
    case "and":
    case "or":
      return condition.flatMap((part) => (typeof part === "string" ? [] : conditionProblems(part, inputs)));
    case "not":
      return conditionProblems(condition[1], inputs);
    case "ctx":
      return [];
    case "rise":
      return [condition[1], condition[2]].filter((key) => !inputs.has(key)).map((key) => `unknown input ${key}`);
    default: {
      const [, key, value] = condition;
      const input = inputs.get(key);
      return input ? valueProblems(typeof value === "object" ? value : [value], input) : [`unknown input ${key}`];
    }
  }
}

/** What nobody confirmed is taken as never true to see whether a rule fires without it; inside `not` that would make it true. */
function isTurnedAround(condition: WrittenCondition): boolean {
  switch (condition[0]) {
    case "and":
    case "or":
      return condition.some((part) => typeof part !== "string" && isTurnedAround(part));
    case "not":
      return parametersIn(condition[1]).length > 0;
    default:
      return false;
  }
}

function valueProblems(values: readonly Answer[], input: CheckInInput): string[] {
  return values.filter((value) => !isValueOf(value, input)).map((value) => `${input.key} has no value ${value}`);
}

function isValueOf(value: Answer, { type, values, range }: CheckInInput): boolean {
  switch (type) {
    case "bool":
      return typeof value === "boolean";
    case "enum":
      return values?.some((known) => known.value === value) ?? false;
    case "int0-10":
      return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 10;
    case "number":
      return typeof value === "number" && (!range || (value >= range[0] && value <= range[1]));
  }
}

/** Every worrying value of a grouped input has its box. */
function signProblems(input: ProductContent["triage"]["inputs"][number]): string[] {
  const { signs, values, quiet, group, type } = input;
  const problems = valueProblems(
    signs.map(({ value }) => value),
    input,
  );
  if (signs.some(({ value }) => value === quiet)) problems.push("the quiet value is no sign");
  if (group === null) return problems;
  const worrying: readonly Answer[] =
    type === "bool" ? [true] : (values ?? []).map(({ value }) => value).filter((value) => value !== quiet);
  for (const value of worrying.filter((value) => !signs.some((sign) => sign.value === value))) {
    problems.push(`no words for ${value}`);
  }
  return problems;
}
