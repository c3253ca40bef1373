import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchConditions } from "@/lib/clinical/condition-search";
import { loadContent } from "@/prisma/content/load";

const entries = Object.entries(loadContent().conditions).map(([code, entry]) => ({ code, ...entry }));
const found = (query: string) => searchConditions(query, entries).map(({ code }) => code);

describe("the search for a condition", () => {
  it.each([
    ["HTN", "uncontrolled-hypertension"],
    ["high blood pressure", "uncontrolled-hypertension"],
    ["hta", "uncontrolled-hypertension"],
    ["presion alta", "uncontrolled-hypertension"],
    ["dizzy", "vertigo"],
    ["VÉRTIGO", "vertigo"],
    ["collarin", "cervical-collar"],
    ["neck brace", "cervical-collar"],
    ["falls", "balance-impaired"],
    ["foot drop", "leg-weakness"],
    ["pie caido", "leg-weakness"],
    ["DVT", "suspected-dvt"],
    ["TVP", "suspected-dvt"],
    ["CSF leak", "dural-repair"],
    ["ALIF", "anterior-abdominal-approach"],
    ["sciatica", "nerve-irritable"],
    ["ciatica", "nerve-irritable"],
    ["copd", "cardiorespiratory-limit"],
    ["hombro", "shoulder-problem"],
    ["knee", "knee-problem"],
    ["boca abajo", "cannot-lie-prone"],
    ["puntos", "wound-open"],
    ["fiebre", "active-infection"],
  ])("%s finds %s first", (query, code) => {
    expect(found(query)[0]).toBe(code);
  });

  it("answers all, in their order, to nothing typed", () => {
    const all = entries.map(({ code }) => code);
    expect(found("")).toEqual(all);
    expect(found(" – ")).toEqual(all);
  });

  it("answers nothing to a word that no entry begins with", () => {
    expect(found("appendicitis")).toEqual([]);
    expect(found("steoporosis")).toEqual([]);
    expect(found("osteoporosis appendicitis")).toEqual([]);
  });

  it("puts a name in full first, then label, synonym, meaning, and words from several places", () => {
    const entry = (code: string, label: string, synonym: string, meaning: string) => ({
      code,
      label: { en: label, es: "Otro" },
      synonyms: { en: [synonym], es: [] },
      meaning: { en: meaning, es: meaning },
    });
    const list = [
      entry("spread", "Leg", "pain", "x"),
      entry("meaning", "x", "y", "leg pain"),
      entry("synonym", "x", "old leg pain", "y"),
      entry("label", "Leg pain, old", "y", "z"),
      entry("exact", "x", "leg pain", "z"),
    ];
    expect(searchConditions("leg pain", list).map(({ code }) => code)).toEqual([
      "exact",
      "label",
      "synonym",
      "meaning",
      "spread",
    ]);
  });

  it("finds every condition by its label, in both languages, without its accents and by the start of each word", () => {
    for (const { code, label } of entries) {
      for (const name of [label.en, label.es]) {
        expect(found(name)[0]).toBe(code);
        const starts = name
          .normalize("NFD")
          .replace(/\p{M}/gu, "")
          .split(" ")
          .map((word) => word.slice(0, 4).toUpperCase());
        expect(found(starts.join(" "))).toContain(code);
      }
    }
  });

  it("finds every condition by each of its synonyms, and never twice", () => {
    for (const { code, synonyms } of entries) {
      for (const synonym of [...synonyms.en, ...synonyms.es]) expect(found(synonym)).toContain(code);
    }
    fc.assert(
      fc.property(fc.string(), (query) => {
        const codes = found(query);
        expect(new Set(codes).size).toBe(codes.length);
      }),
    );
  });
});
