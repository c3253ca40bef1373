import type { ProductContent } from "./load";
import type { Problem } from "./problem";

/** Spellings that a shown English text may not have: the product writes American English. */
const british = /\b\w*(stabilis|mobilis|anaesth|haemat|oedema|programme|centre|colour)\w*/i;
/** Abbreviations, numbers and words that both languages share need no second form up to this length. */
const sharedLength = 12;

/** Texts whose Spanish was left in English, and British spellings. */
export function checkTexts(content: ProductContent): Problem[] {
  const files: [string, unknown][] = [
    ...Object.values(content.exercises).map((entry): [string, unknown] => [`exercises/${entry.id}.json`, entry]),
    ...Object.values(content.protocols).map((entry): [string, unknown] => [`protocols/${entry.id}.json`, entry]),
    ["triage.json", content.triage],
    ["activities.json", content.activities],
    ["clearance-keys.json", content.clearanceKeys],
    ["conditions.json", content.conditions],
    ["lifting-ladder.json", content.liftingLadder],
    ["timeline-modifiers.json", content.timelineModifiers],
    ["measures.json", content.measures],
  ];
  return [...foreignSynonyms(content), ...files.flatMap(([file, value]) => textProblems(file, value))];
}

/** A synonym that is another exercise's name would find the wrong one first. */
function foreignSynonyms({ exercises }: ProductContent): Problem[] {
  const named = new Map(
    Object.values(exercises).flatMap(({ id, name }) => Object.values(name).map((word) => [word.toLowerCase(), id])),
  );
  return Object.values(exercises).flatMap(({ id, synonyms }) =>
    Object.entries(synonyms).flatMap(([language, words]) =>
      words.flatMap((word): Problem[] => {
        const other = named.get(word.toLowerCase());
        if (other === undefined || other === id) return [];
        return [{ file: `exercises/${id}.json`, field: `synonyms.${language}`, message: `${word} is ${other}` }];
      }),
    ),
  );
}

function textProblems(file: string, value: unknown): Problem[] {
  return textsIn(value, "").flatMap(([field, { en, es }]) => {
    const found: Problem[] = [];
    if (en === es && en.length > sharedLength) found.push({ file, field, message: "the Spanish is missing" });
    const spelling = british.exec(en)?.[0];
    if (spelling) found.push({ file, field, message: `British spelling: ${spelling}` });
    return found;
  });
}

type FoundText = [field: string, text: { en: string; es: string }];

function textsIn(value: unknown, field: string): FoundText[] {
  if (typeof value !== "object" || value === null) return [];
  if ("en" in value && "es" in value && typeof value.en === "string" && typeof value.es === "string") {
    return [[field, { en: value.en, es: value.es }]];
  }
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, field === "" ? key : `${field}.${key}`));
}
