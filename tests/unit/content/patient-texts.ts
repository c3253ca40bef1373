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
  for (const { id, patientMessage } of [...triage.rules, ...triage.trendRules])
    texts.push([`${id}: message`, patientMessage]);
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
