import type { Side, Text } from "./facts";

/** The sentences with which the shipped instructions send the patient on to the other side; a test holds the content to them. */
const onToTheOtherSide = {
  en: /\s*(Then do the other side|Turn around and do the other side|Then turn around and work the other side|Do the same with the other foot)\./g,
  es: /\s*(Luego haga el otro lado|Dé la vuelta y haga el otro lado|Luego dé la vuelta y trabaje el otro lado|Haga lo mismo con el otro pie)\./g,
} as const;

/** The steps of an exercise as a line prescribes it: one for the left or the right side alone does not say to do the other side. */
export function stepsForSide(steps: readonly Text[], side: Side | null | undefined): readonly Text[] {
  if (side !== "left" && side !== "right") return steps;
  return steps.flatMap(({ en, es }) => {
    const step = { en: without(en, onToTheOtherSide.en), es: without(es, onToTheOtherSide.es) };
    // What says nothing more in one language says nothing more in the other, in whatever words a clinic wrote it.
    return step.en === "" || step.es === "" ? [] : [step];
  });
}

/** Whether the instructions themselves send the patient on to the other side. */
export function goesOnToOtherSide(steps: readonly Text[]): boolean {
  return steps.some(({ en }) => without(en, onToTheOtherSide.en) !== en);
}

const without = (text: string, sentences: RegExp): string => text.replaceAll(sentences, "").trim();
