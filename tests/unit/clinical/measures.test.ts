import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { MeasureAbout } from "@/lib/clinical/measure";
import type { MeasureAnswer, MeasureResult } from "@/lib/clinical/measure/answer";
import { normOf } from "@/lib/clinical/measure/norm";
import { loadContent } from "@/prisma/content/load";
import { readTotal, scoreMeasure } from "../../support/clinical-answers";
import vignettes from "./measures.json";

const { measures } = loadContent();
const measureOf = (id: string) => {
  const measure = measures.find((one) => one.id === id);
  if (!measure) throw new Error(`no measure ${id}`);
  return measure;
};

/** The result with its band as words. */
function inWords(result: MeasureResult) {
  return result.state === "scored"
    ? { ...result, band: result.band?.label.en ?? null, basis: result.band?.basis ?? null }
    : result;
}

describe("the score of a filled-in measure", () => {
  it.each(vignettes)("$measure: $name", ({ measure, items, about, expected }) => {
    const result = scoreMeasure(measureOf(measure), items as MeasureAnswer[], about as MeasureAbout);
    expect(inWords(result)).toMatchObject(expected);
  });

  it("is tested for every measure", () => {
    expect(new Set(vignettes.map(({ measure }) => measure))).toEqual(new Set(measures.map(({ id }) => id)));
  });

  it("lies in the form's range whatever is answered", () => {
    for (const measure of measures) {
      for (const { id, scoring, range } of measure.forms) {
        if (scoring.method !== "items") continue;
        const item = fc.option(fc.integer({ min: Math.ceil(scoring.range[0]), max: scoring.range[1] ?? 900 }));
        fc.assert(
          fc.property(fc.array(item, { minLength: scoring.count[0], maxLength: scoring.count[1] }), (items) => {
            const result = scoreMeasure(measure, items, { form: id });
            if (result.state !== "scored") return result.state === "refused" && result.reason === "too-many-missing";
            return result.score >= (range?.[0] ?? 0) && result.score <= (range?.[1] ?? Infinity);
          }),
          { numRuns: 50 },
        );
      }
    }
  });
});

describe("a refusal says in both languages", () => {
  const because = (measure: string, items: MeasureAnswer[], about: MeasureAbout = {}) => {
    const result = scoreMeasure(measureOf(measure), items, about);
    return result.state === "refused" ? [result.because.en, result.because.es] : [];
  };

  it.each<[what: string, given: Parameters<typeof because>, words: string[]]>([
    [
      "how many items",
      ["ODI", [1]],
      ["The form has 10 items, 1 were given.", "El formulario tiene 10 preguntas y se dieron 1."],
    ],
    [
      "how many at least",
      ["PSFS", [1]],
      ["The form has 3–5 items, 1 were given.", "El formulario tiene 3–5 preguntas y se dieron 1."],
    ],
    ["which item", ["NPRS", [11]], ["Item 1 must lie between 0 and 10.", "La pregunta 1 debe estar entre 0 y 10."]],
    ["what is too little", ["6MWT", [-1]], ["Item 1 must be at least 0.", "La pregunta 1 debe ser al menos 0."]],
    [
      "what is no whole number",
      ["NPRS", [1.5]],
      ["Item 1 must be a whole number.", "La pregunta 1 debe ser un número entero."],
    ],
    [
      "how many are answered",
      ["PHQ2", [1, null]],
      ["1 items were answered, the score needs 2.", "Se respondieron 1 preguntas y el puntaje necesita 2."],
    ],
    [
      "which forms there are",
      ["TSK", [], { form: "X" }],
      [
        "Tampa Scale for Kinesiophobia (17 / 13 / 11) has these forms: TSK-17, TSK-13, TSK-11.",
        "Escala Tampa de Kinesiofobia (17 / 13 / 11) tiene estas formas: TSK-17, TSK-13, TSK-11.",
      ],
    ],
    [
      "that nobody is unable to rate",
      ["RPE", ["unable"]],
      ['Effort of the session has no "unable".', "Esfuerzo de la sesión no admite «no puede»."],
    ],
  ])("%s", (_what, given, words) => {
    expect(because(...given)).toEqual(words);
  });

  it("why a table is needed", () => {
    expect(because("PROMIS_PF_PI", [1, 1, 1, 1])[0]).toContain("official conversion table");
    expect(because("EQ5D", [1, 1, 1, 1, 1])[0]).toContain("value set");
  });
});

describe("a total from a licensed form", () => {
  it.each([
    ["ODI", undefined, 41, "severe", "%"],
    ["ODI", undefined, 20.4, "minimal", "%"],
    ["ODI", undefined, 20.5, "moderate", "%"],
    ["NDI", undefined, 35, "complete", "points"],
    ["PROMIS_PF_PI", "PF", 44.9, "mild", "T"],
    ["PROMIS_PF_PI", "PF", 45, null, "T"],
    ["PROMIS_PF_PI", "PI", 70, "severe", "T"],
    ["EQ5D", "INDEX", -0.1, null, "index"],
    ["TSK", "TSK-13", 43, "severe", "points"],
  ])("%s %s: %d is %s %s", (id, form, total, band, unit) => {
    expect(inWords(readTotal(measureOf(id), total, { form }))).toMatchObject({
      score: total,
      band,
      unit,
      answered: null,
    });
  });

  it.each([
    ["ODI", undefined, 101, "The total must lie between 0 and 100."],
    ["TUG", undefined, 0, "The total must be at least 0.1."],
    ["PROMIS_PF_PI", "PF", Number.NaN, "The total must be a number."],
    ["EQ5D", "X", 1, "EQ-5D-5L/3L has these forms: INDEX, VAS."],
  ])("%s %s: %d is refused", (id, form, total, because) => {
    expect(readTotal(measureOf(id), total, { form })).toMatchObject({ state: "refused", because: { en: because } });
  });
});

describe("the norms of the chair stand", () => {
  const norms = measureOf("30S_CHAIR_STAND").forms[0]?.norms;

  it.each([
    ["male", 60, 14],
    ["male", 64, 14],
    ["male", 65, 12],
    ["male", 74, 12],
    ["male", 79, 11],
    ["male", 84, 10],
    ["male", 89, 8],
    ["male", 94, 7],
    ["female", 60, 12],
    ["female", 69, 11],
    ["female", 70, 10],
    ["female", 79, 10],
    ["female", 80, 9],
    ["female", 85, 8],
    ["female", 90, 4],
  ] as const)("%s of %d: %d", (sex, age, below) => {
    expect(norms && normOf(norms, { age, sex })).toEqual({ below, basis: "sourced" });
  });

  it("are those of 60–64 before that, and none after 94", () => {
    expect(norms && normOf(norms, { age: 59, sex: "male" })).toEqual({ below: 14, basis: "background, unverified" });
    expect(norms && normOf(norms, { age: 95, sex: "female" })).toBeNull();
  });
});
