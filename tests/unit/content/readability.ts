/** Reading ease of the two languages, by formula; docs/decisions/0003-reading-age.md says why these and what is exempt. */

/** Long words that the patient hears from the team every day, each counted as a short word. */
const exempt = {
  en: /physical therapist|emergency room|emergency number|emergency|exercises?|medicine|elliptical/gi,
  es: /fisioterapeuta|sala de emergencias|número de emergencias|emergencias?|ejercicios?|medicinas?|equilibrio|adormecimiento|hormigueo|adormecid[oa]|debilidad|inyección|procedimiento|bicicleta|elíptica|bicicletas/gi,
} as const;

/** Flesch–Kincaid grade: years of school in English. */
export function gradeOfEnglish(text: string): number {
  const plain = text.replace(exempt.en, "word");
  const [words, sentences] = [wordsOf(plain), sentencesOf(plain)];
  const syllables = words.reduce((sum, word) => sum + englishSyllables(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

/** INFLESZ (Szigriszt–Pazos) of a Spanish text: 0 to 100, from 65 on "fairly easy". */
export function easeOfSpanish(text: string): number {
  const plain = text.replace(exempt.es, "cosa");
  const [words, sentences] = [wordsOf(plain), sentencesOf(plain)];
  const syllables = words.reduce((sum, word) => sum + spanishSyllables(word), 0);
  return 206.835 - 62.3 * (syllables / words.length) - words.length / sentences.length;
}

export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.trim() !== "");
}

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}']+|\d+(?:\.\d+)?/gu) ?? [];
}

export function englishSyllables(word: string): number {
  const sounded = word
    .toLowerCase()
    .replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, (end) => end.charAt(0))
    .replace(/^y/, "");
  return Math.max(1, sounded.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}

/** Vowel groups, with a stressed weak vowel (cirugía) on its own and a silent u (que, guía). */
export function spanishSyllables(word: string): number {
  const sounded = word
    .toLowerCase()
    .replace(/([qg])u([eiéí])/g, "$1$2")
    .replace(/y$/, "i");
  return Math.max(1, sounded.match(/[iuü]*[aeoáéó][iuü]*|[íú]|[iuü]+/g)?.length ?? 0);
}
