import { expect } from "vitest";
import type { Text } from "@/lib/clinical/facts";

/** Every reason that a rule gives is read here as a whole sentence, in both languages. */

/** What no sentence holds: a hole where a word should stand, or a value that nobody put into words. */
const holes: Readonly<Record<string, RegExp>> = {
  "two blanks": /\s{2}/,
  "a blank before a sign": /\s[.,;:)»”]/,
  "a blank after an opening sign": /[(«“]\s/,
  "nothing in brackets": /\(\)|«»|“”|""/,
  "two signs": /[,;:.][,;:.]/,
  "no value": /undefined|null|NaN|Infinity|\[object/,
};

/** Of an answer that judges: it names a source or wears the mark. */
const judging = ["severity", "state", "change"];

/** Sentences that were read already: the rules say few things, many thousand times. */
const read = new Set<string>();

/** The answer of a rule, after every `because` and `source` in it has been read. */
export function wellSaid<T>(answer: T): T {
  if (Array.isArray(answer)) answer.forEach(wellSaid);
  else if (typeof answer === "object" && answer !== null) {
    for (const [key, value] of Object.entries(answer)) {
      if (key === "because") expectReason(value as Text);
      else if (key === "source")
        expectSource(
          value as string[],
          judging.some((name) => name in answer),
        );
      else wellSaid(value);
    }
  }
  return answer;
}

function expectReason(because: Text) {
  const { en, es } = because;
  if (read.has(`${en} ${es}`)) return;
  for (const sentence of [en, es]) {
    expect(sentence, "begins like a sentence").toMatch(/^[\p{Lu}\d"«“-]/u);
    expect(sentence, "ends like a sentence").toMatch(/[\p{L}\d)%»”"]\.$/u);
    for (const [hole, pattern] of Object.entries(holes)) expect(sentence, hole).not.toMatch(pattern);
    expect(count(sentence, /\(/g), "brackets").toBe(count(sentence, /\)/g));
    expect(count(sentence, /«/g), "quotation marks").toBe(count(sentence, /»/g));
    expect(count(sentence, /"/g) % 2, "quotation marks").toBe(0);
  }
  expect(es, "the Spanish is not the English").not.toBe(en);
  expect(numbersIn(es), `the numbers of: ${en}`).toEqual(numbersIn(en));
  read.add(`${en} ${es}`);
}

function expectSource(source: readonly string[], isNeeded: boolean) {
  const unnamed = source.filter((id) => !/^\S.*\S$/.test(id));
  if (isNeeded && source.length === 0) expect.fail("a judgement without a source");
  if (unnamed.length > 0) expect(unnamed, "sources without a name").toEqual([]);
}

/** The numbers of a sentence in order of their digits; English has words for two of them. */
function numbersIn(sentence: string): string[] {
  const inDigits = sentence.replace("Five", "5").replace("Six-", "6-");
  return (inDigits.match(/\d+(?:\.\d+)?/g) ?? []).sort();
}

function count(sentence: string, pattern: RegExp): number {
  return sentence.match(pattern)?.length ?? 0;
}
