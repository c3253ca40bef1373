import type { Condition, Text } from "./facts";

/** A coded condition with everything by which it is found and shown. */
export type ConditionEntry = {
  code: Condition;
  label: Text;
  meaning: Text;
  /** What a clinician types for it. */
  synonyms: { readonly en: readonly string[]; readonly es: readonly string[] };
  snomed: { readonly code: string; readonly display: string } | null;
};

/**
 * The conditions that fit what was typed, best first; all of them, as given, when nothing was typed. Case, accents and punctuation do
 * not count, and every word typed must begin a word of the entry, in either language.
 */
export function searchConditions<T extends Omit<ConditionEntry, "code" | "snomed">>(
  query: string,
  entries: readonly T[],
): T[] {
  const typed = wordsOf(query);
  return entries
    .map((entry) => ({ entry, rank: rankOf(typed, entry) }))
    .filter(({ rank }) => rank !== noMatch)
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

const noMatch = Number.POSITIVE_INFINITY;

/** 0: a name in full. Then all words in the label, in one synonym, in the meaning; last, spread over the entry. */
function rankOf(
  typed: readonly string[],
  { label, meaning, synonyms }: Omit<ConditionEntry, "code" | "snomed">,
): number {
  const parts = [
    [label.en, label.es],
    [...synonyms.en, ...synonyms.es],
    [meaning.en, meaning.es],
  ].map((texts) => texts.map(wordsOf));
  const names = parts.slice(0, 2).flat();
  if (names.some((name) => name.join(" ") === typed.join(" "))) return 0;
  const part = parts.findIndex((texts) => texts.some((words) => holds(words, typed)));
  if (part >= 0) return part + 1;
  return holds(parts.flat(2), typed) ? parts.length + 1 : noMatch;
}

function holds(words: readonly string[], typed: readonly string[]): boolean {
  return typed.every((start) => words.some((word) => word.startsWith(start)));
}

/** "Presión alta (HTA)" → presion, alta, hta. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
