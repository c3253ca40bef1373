import { describe, expect, it } from "vitest";
import { loadContent } from "@/prisma/content/load";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import { patientMessages, patientTexts } from "./patient-texts";
import { easeOfSpanish, englishSyllables, gradeOfEnglish, sentencesOf, spanishSyllables, wordsOf } from "./readability";

const longestSentence = 20;
const highestGrade = 6;
const leastEase = 65;

describe("what the patient reads", () => {
  const texts = patientTexts(loadContent());

  it("has no sentence over 20 words", () => {
    const long = texts.flatMap(([where, { en, es }]) =>
      [...sentencesOf(en), ...sentencesOf(es)]
        .filter((sentence) => wordsOf(sentence).length > longestSentence)
        .map((sentence) => `${where}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it("is English of at most 6 years of school", () => {
    const hard = texts.filter(([, { en }]) => gradeOfEnglish(en) > highestGrade);
    expect(hard.map(([where, { en }]) => `${where} (${gradeOfEnglish(en).toFixed(1)}): ${en}`)).toEqual([]);
  });

  it("is Spanish that is fairly easy or easier", () => {
    const hard = texts.filter(([, { es }]) => easeOfSpanish(es) < leastEase);
    expect(hard.map(([where, { es }]) => `${where} (${easeOfSpanish(es).toFixed(1)}): ${es}`)).toEqual([]);
  });

  it("has none of the words that patients should not meet", () => {
    const banned = /\b(NPRS|PT|RPE|compliance|failed|refuse|abnormal|BLT|ODI|RMDQ|don't worry)\b/i;
    const found = texts.filter(([, { en, es }]) => banned.test(en) || /\b(NPRS|RPE|ODI|RMDQ|fracas|anormal)/i.test(es));
    expect(found.map(([where]) => where)).toEqual([]);
  });
});

describe.each([
  [
    "what they may do and ask",
    patientMessages({ en: en.patient, es: es.patient }).filter(([where]) =>
      /^(allowed|questions|today\.newLimit)\b/.test(where),
    ),
  ],
  ["the steps of their program and its end", patientMessages({ en: en.myProgram, es: es.myProgram })],
  ["their progress and their record", patientMessages({ en: en.myRecord, es: es.myRecord })],
] as const)("what the interface says to the patient about %s", (_, texts) => {
  it("has no sentence over 20 words", () => {
    expect(texts.length).toBeGreaterThan(60);
    const long = texts.flatMap(([where, { en: english, es: spanish }]) =>
      [...sentencesOf(english), ...sentencesOf(spanish)]
        .filter((sentence) => wordsOf(sentence).length > longestSentence)
        .map((sentence) => `${where}: ${sentence}`),
    );
    expect(long).toEqual([]);
  });

  it("is easy to read as a whole, in both languages", () => {
    const whole = (language: "en" | "es") =>
      texts.map(([, text]) => (/[.!?]$/.test(text[language]) ? text[language] : `${text[language]}.`)).join(" ");
    expect(gradeOfEnglish(whole("en"))).toBeLessThanOrEqual(highestGrade);
    expect(easeOfSpanish(whole("es"))).toBeGreaterThanOrEqual(leastEase);
  });
});

describe("the formulas", () => {
  it.each([
    ["walk", 1],
    ["exercise", 3],
    ["shoulder", 2],
    ["pillow", 2],
    ["moved", 1],
    ["table", 2],
  ])("count the syllables of %s", (word, syllables) => {
    expect(englishSyllables(word)).toBe(syllables);
  });

  it.each([
    ["que", 1],
    ["guía", 2],
    ["cirugía", 4],
    ["siete", 2],
    ["ciudad", 2],
    ["leer", 2],
    ["pantorrilla", 4],
  ])("cuentan las sílabas de %s", (word, syllables) => {
    expect(spanishSyllables(word)).toBe(syllables);
  });

  it("find a clinician's sentence too hard", () => {
    expect(
      gradeOfEnglish("Discontinue rehabilitation immediately following deterioration of neurological function."),
    ).toBeGreaterThan(highestGrade);
    expect(
      easeOfSpanish("Interrumpa inmediatamente la rehabilitación ante deterioro de la función neurológica."),
    ).toBeLessThan(leastEase);
  });
});
