import type { ConditionEntry } from "@/lib/clinical/condition-search";
import { conditions } from "@/lib/clinical/facts";
import { conditionTexts, sources } from "@/prisma/content/bundled";

/** The conditions that the rules weigh, with the words by which they are found; without the evidence behind a code. */
export const conditionEntries: readonly ConditionEntry[] = conditions.map((code) => {
  const { label, meaning, synonyms, snomed } = conditionTexts[code];
  return { code, label, meaning, synonyms, snomed: snomed && { code: snomed.code, display: snomed.display } };
});

/** Title of every source that the shipped content names, and the page that says what rests on it, by its id. */
export const sourceTitles: Readonly<Record<string, { title: string; href: string }>> = Object.fromEntries(
  Object.entries(sources).map(([id, { title }]) => [id, { title, href: `/sources/${id}` }]),
);
