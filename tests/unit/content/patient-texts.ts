import type { Text } from "@/lib/clinical/facts";
import type { ProductContent } from "@/prisma/content/load";

/** Every text that a patient reads, with where it stands. */
export function patientTexts({ exercises, protocols, triage, activities, clearanceKeys, measures }: ProductContent) {
  const texts: [where: string, text: Text][] = [];
  for (const { id, instructions } of Object.values(exercises)) {
    const { setUp, steps, breathing, commonMistake, stopIf, textAlternative } = instructions;
    const all = [setUp, ...steps, breathing, commonMistake, stopIf, textAlternative];
    texts.push([`${id}: instructions`, joined(all)]);
  }
  for (const { id, phases } of Object.values(protocols)) {
    for (const phase of phases) texts.push([`${id}, phase ${phase.n}`, joined([phase.patientName, phase.patientGoal])]);
  }
  for (const { key, question, signs } of triage.inputs) {
    texts.push([`${key}: question`, joined([question, ...signs.map(({ label }) => label)])]);
  }
  for (const { id, patientMessage, patientMessageUnsent } of [...triage.rules, ...triage.trendRules]) {
    texts.push([`${id}: message`, patientMessage]);
    if (patientMessageUnsent) texts.push([`${id}: message without network`, patientMessageUnsent]);
  }
  for (const [key, { patientMeaning }] of Object.entries(clearanceKeys)) texts.push([key, patientMeaning]);
  // The PHQ-2 is shown in its own validated words, which may not be changed.
  for (const { id, shown, instead } of measures.filter(({ licence }) => licence.verdict !== "FREE")) {
    for (const { introduction, items, answers } of [shown, instead].filter((asked) => asked !== null)) {
      texts.push([`${id}: measure`, joined([introduction, ...items, ...answers.map(({ label }) => label)])]);
    }
  }
  texts.push(["activities", joined(activities.map(({ patientName }) => patientName))]);
  return texts;
}

/** One text of several; what is no sentence is given its full stop. */
function joined(texts: readonly Text[]): Text {
  const inOne = (language: "en" | "es") =>
    texts.map((text) => (/[.!?]$/.test(text[language]) ? text[language] : `${text[language]}.`)).join(" ");
  return { en: inOne("en"), es: inOne("es") };
}

/** The interface's words to patients, each by its place; of several forms the longest, of what is put in a short word. */
export function patientMessages(inLanguage: Readonly<Record<"en" | "es", unknown>>): [where: string, text: Text][] {
  const [en, es] = [leavesOf(inLanguage.en), leavesOf(inLanguage.es)];
  return [...en].map(([where, words]) => [where, { en: plain(words), es: plain(es.get(where) ?? "") }]);
}

function leavesOf(node: unknown, path: readonly string[] = []): Map<string, string> {
  if (typeof node === "string") return new Map([[path.join("."), node]]);
  const inner = typeof node === "object" && node !== null ? Object.entries(node) : [];
  return new Map(inner.flatMap(([key, child]) => [...leavesOf(child, [...path, key])]));
}

const forms = /\{\w+, (?:select|plural),((?:\s*[\w=-]+ \{(?:[^{}]|\{\w+\})*\})+)\s*\}/;

function plain(message: string): string {
  const found = forms.exec(message);
  if (!found) return message.replaceAll(/\{\w+(?:, \w+)?\}/g, "Ana");
  const each = [...(found[1] ?? "").matchAll(/\{((?:[^{}]|\{\w+\})*)\}/g)].map(([, words = ""]) => words);
  const longest = each.toSorted((one, other) => other.length - one.length)[0] ?? "";
  return plain(message.replace(forms, () => longest));
}
