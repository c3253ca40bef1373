import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import type { z } from "zod";
import { dosage } from "@/lib/clinical/dosage";
import { readiness } from "@/lib/clinical/readiness";
import { review } from "@/lib/clinical/review";
import { signing } from "@/lib/clinical/signing";
import { triage } from "@/lib/clinical/triage";
import { dosageInputSchema } from "@/lib/schemas/rules/dosage";
import { readinessInputSchema } from "@/lib/schemas/rules/readiness";
import { reviewInputSchema, signingInputSchema } from "@/lib/schemas/rules/review";
import { triageInputSchema } from "@/lib/schemas/rules/triage";
import { loadContent } from "../../prisma/content/load";

const usage = `Usage: npm run -s rules -- <review|signing|readiness|triage|dosage> < input.jsonl
Reads one JSON object per line from standard input and writes one per line, in the same order.
An invalid line answers {"error":{"path":…,"message":…}}. Exit code 1: a line was invalid; 2: wrong usage.`;

/** One rule with its content: takes what a line parsed to, answers the result or the first issue. */
type Rule = (input: unknown) => { result: unknown } | { error: { path: string; message: string } };

type Streams = { stdin: Readable; stdout: Writable; stderr: Writable };

/**
 * The command `npm run rules`.
 * @returns its exit code
 */
export async function runRules([name, ...rest]: readonly string[], streams: Streams): Promise<number> {
  const rule = rest.length === 0 ? ruleNamed(name) : null;
  if (!rule) {
    streams.stderr.write(`${usage}\n`);
    return 2;
  }
  let exitCode = 0;
  for await (const lines of linesOf(streams.stdin)) {
    let text = "";
    for (const line of lines) {
      const answer = answerLine(line, rule);
      if ("error" in answer) exitCode = 1;
      text += `${JSON.stringify("error" in answer ? answer : answer.result)}\n`;
    }
    if (!streams.stdout.write(text)) await once(streams.stdout, "drain");
  }
  return exitCode;
}

/** The lines as they arrive, many at once: a write for each would take longer than its answer. A line ends at a line feed and nowhere else. */
async function* linesOf(input: Readable): AsyncGenerator<string[]> {
  let rest = "";
  for await (const chunk of input.setEncoding("utf8")) {
    const lines = `${rest}${String(chunk)}`.split("\n");
    rest = lines.pop() ?? "";
    if (lines.length > 0) yield lines;
  }
  if (rest !== "") yield [rest];
}

function ruleNamed(name: string | undefined): Rule | null {
  if (!isRuleName(name)) return null;
  const content = loadContent();
  switch (name) {
    case "review":
      return ruleOf(reviewInputSchema(content.clinical), (input) => review(input, content.clinical));
    case "signing":
      return ruleOf(signingInputSchema(content.clinical), (input) => signing(input, content.clinical));
    case "readiness":
      return ruleOf(readinessInputSchema(content.clinical), (input) => readiness(input, content.clinical));
    case "dosage":
      return ruleOf(dosageInputSchema(content.clinical), (input) => dosage(input, content.clinical));
    case "triage":
      return ruleOf(triageInputSchema(content.triage.inputs), (input) => triage(input, content.triage));
  }
}

function isRuleName(name: string | undefined) {
  return name === "review" || name === "signing" || name === "readiness" || name === "triage" || name === "dosage";
}

function ruleOf<T>(schema: z.ZodType<T>, decide: (input: T) => unknown): Rule {
  return (input) => {
    const parsed = schema.safeParse(input);
    if (parsed.success) return { result: decide(parsed.data) };
    const [issue] = parsed.error.issues;
    return { error: issue ? { path: pathOf(issue), message: issue.message } : { path: "", message: "is invalid" } };
  };
}

function answerLine(line: string, rule: Rule): ReturnType<Rule> {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch {
    return { error: { path: "", message: "is not JSON" } };
  }
  return rule(input);
}

/** `lines[0].dosage.sets`; an unknown key is named itself, not the object that holds it. */
function pathOf(issue: z.core.$ZodIssue): string {
  return deepest(issue)
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`))
    .join("");
}

/** Of a value that may have several shapes, the shape that came furthest says what is wrong. */
function deepest(issue: z.core.$ZodIssue): PropertyKey[] {
  if (issue.code === "unrecognized_keys") return [...issue.path, ...issue.keys.slice(0, 1)];
  if (issue.code !== "invalid_union") return issue.path;
  const inside = issue.errors.map(([first]) => (first ? deepest(first) : []));
  return [...issue.path, ...inside.reduce((longest, path) => (path.length > longest.length ? path : longest), [])];
}
