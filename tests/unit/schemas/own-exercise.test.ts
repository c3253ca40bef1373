import { describe, expect, it } from "vitest";
import { emptyForm, filledForm } from "@/lib/records/library/form-values";
import { ownContent } from "@/lib/records/library/own-content";
import { shippedLibrary } from "@/lib/records/clinics/shipped-library";
import { ownExerciseSchema, type OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";
import { storedTextsSchema } from "@/lib/schemas/own-exercise/stored-texts";
import { ownExerciseValues } from "@/tests/support/own-exercise";

function problems(values: object): Record<string, string> {
  const parsed = ownExerciseSchema.safeParse(values);
  const found: Record<string, string> = {};
  for (const issue of parsed.error?.issues ?? []) {
    if (issue.code === "unrecognized_keys") found[[...issue.path, ...issue.keys].join(".")] = "unknownKey";
    else found[issue.path.join(".")] ??= issue.message;
  }
  return found;
}
const both = (en: string, es: string) => ({ en, es });
const valid = ownExerciseValues();
const instructions = (given: Partial<OwnExerciseValues["instructions"]>) => ({
  instructions: { ...valid.instructions, ...given },
});
const dosage = (given: Partial<OwnExerciseValues["defaultDosage"]>) => ({
  defaultDosage: { ...valid.defaultDosage, ...given },
});
const rule = (given: Partial<OwnExerciseValues["earliest"][string]>) => ({
  earliest: { fbss: { rule: "FROM_DAY" as const, day: "14", phase: "2", ...given } },
});
const huge = "x".repeat(10_000_000);

describe("an exercise of the clinic's own, as it is typed", () => {
  it("passes when everything is there", () => {
    expect(ownExerciseSchema.parse(valid)).toMatchObject({
      tags: [{ tag: "NEUTRAL_SPINE", region: null }],
      earliest: { fbss: { rule: "FROM_DAY", day: 14, phase: 2, clearance: false, basis: "background, unverified" } },
      contraindications: [],
      rampGroup: null,
      note: null,
      reason: null,
      equipment: [both("towel", "toalla")],
      synonyms: { en: ["towel press", "lumbar press"], es: ["presión con toalla"] },
      defaultDosage: { sets: 2, reps: 8, holdSec: 5, durationMin: null },
    });
  });

  it.each<[string, Partial<OwnExerciseValues>, Record<string, string>]>([
    ["no tag", { tags: [] }, { tags: "tagNeeded" }],
    ["an unknown tag", { tags: ["FLEXON"] }, { "tags.0": "badId" }],
    ["a tag of an unknown region", { tags: ["FLEXION:KNEE"] }, { "tags.0": "badId" }],
    ["a tag twice", { tags: ["NEUTRAL_SPINE", "NEUTRAL_SPINE"] }, { tags: "twice" }],
    ["a surgeon's tag with the therapist's key", { tags: ["FLEXION:LUMBAR"] }, { clearanceKey: "surgeonsKeyNeeded" }],
    ["no key", { clearanceKey: "" }, { clearanceKey: "chooseOne" }],
    ["no category", { category: "" }, { category: "chooseOne" }],
    ["no position", { position: "" }, { position: "chooseOne" }],
    ["no source", { sources: [] }, { sources: "sourceNeeded" }],
    ["a source twice", { sources: ["SEED2", "SEED2"] }, { sources: "twice" }],
    ["no protocol", { earliest: {} }, { earliest: "required" }],
    ["no rule", rule({ rule: "" }), { "earliest.fbss.rule": "chooseOne" }],
    ["no day", rule({ day: "" }), { "earliest.fbss.day": "required" }],
    ["a day out of range", rule({ day: "3651" }), { "earliest.fbss.day": "outOfRange" }],
    ["a day below zero", rule({ day: "-1" }), { "earliest.fbss.day": "outOfRange" }],
    ["half a day", rule({ day: "1.5" }), { "earliest.fbss.day": "wholeNumber" }],
    ["a day in words", rule({ day: "soon" }), { "earliest.fbss.day": "numberNeeded" }],
    ["a day where none is", rule({ rule: "AVOID" }), { "earliest.fbss.day": "noDayForRule" }],
    ["a phase out of range", rule({ phase: "13" }), { "earliest.fbss.phase": "outOfRange" }],
    [
      "nothing said of contraindications",
      { contraindications: { areNone: false, byCondition: { vertigo: "" } } },
      { "contraindications.areNone": "chooseOrNone" },
    ],
    [
      "none, and one",
      { contraindications: { areNone: true, byCondition: { vertigo: "block" } } },
      { "contraindications.areNone": "noneAndSome" },
    ],
    ["no name", { name: both("", "Presión") }, { "name.en": "required" }],
    [
      "an untranslated name",
      { name: both("Towel press on your back", "Towel press on your back") },
      { "name.es": "notTranslated" },
    ],
    [
      "an untranslated set-up",
      instructions({ setUp: both("Lie on your back.", "Lie on your back.") }),
      { "instructions.setUp.es": "notTranslated" },
    ],
    ["no Spanish stop", instructions({ stopIf: both("Stop.", " ") }), { "instructions.stopIf.es": "required" }],
    [
      "one step",
      instructions({ steps: [both("One.", "Uno."), both("", ""), both("", "")] }),
      { "instructions.steps.1.en": "required" },
    ],
    [
      "half a third step",
      instructions({ steps: [both("1.", "1."), both("2.", "2."), both("3.", "")] }),
      { "instructions.steps.2.es": "required" },
    ],
    ["no cue", instructions({ cues: both("", "") }), { "instructions.cues.en": "required" }],
    [
      "fewer cues in Spanish",
      instructions({ cues: both("Press\nBreathe", "Presione") }),
      { "instructions.cues.es": "listsDiffer" },
    ],
    ["half a note", { note: both("", "Algo") }, { "note.en": "required" }],
    ["no synonym", { synonyms: both(" , ", "presión") }, { "synonyms.en": "required" }],
    ["a synonym twice", { synonyms: both("press, Press", "presión") }, { "synonyms.en": "twice" }],
    ["a dose of nothing", dosage({ reps: "", holdSec: "" }), { "defaultDosage.reps": "doseNeeded" }],
    ["a dose out of range", dosage({ sets: "21" }), { "defaultDosage.sets": "outOfRange" }],
    ["a dose in words", dosage({ sets: "many" }), { "defaultDosage.sets": "numberNeeded" }],
    ["10 MB of name", { name: both(huge, "Presión") }, { "name.en": "tooLong" }],
    ["10 MB of synonyms", { synonyms: both(huge, "presión") }, { "synonyms.en": "tooLong" }],
    [
      "10 MB of a step",
      instructions({ steps: [both(huge, "Uno."), both("2.", "2.")] }),
      { "instructions.steps.0.en": "tooLong" },
    ],
    ["10 MB of a day", rule({ day: huge }), { "earliest.fbss.day": "tooLong" }],
    ["10 MB of a reason", { reason: huge }, { reason: "tooLong" }],
    ["control characters", { bodyRegion: both("lum\u0000bar", "lumbar") }, { "bodyRegion.en": "badCharacters" }],
  ])("names the field of %s", (_, given, expected) => {
    expect(problems({ ...valid, ...given })).toEqual(expected);
  });

  it("takes no key that it does not know", () => {
    expect(problems({ ...valid, basis: "sourced" })).toEqual({ basis: "unknownKey" });
    expect(problems({ ...valid, earliest: { fbss: { rule: "AVOID", day: "", phase: "", basis: "sourced" } } })).toEqual(
      {
        "earliest.fbss.basis": "unknownKey",
      },
    );
  });

  it("names everything that an empty form lacks, and never fails on it", () => {
    const missing = problems(emptyForm(["fbss", "fusion-lumbar"]));
    for (const field of [
      "name.en",
      "name.es",
      "category",
      "position",
      "tags",
      "clearanceKey",
      "earliest.fbss.rule",
      "sources",
    ]) {
      expect(Object.keys(missing)).toContain(field);
    }
  });
});

describe("a copy of a shipped exercise", () => {
  const protocols = ["fusion-lumbar", "fusion-cervical", "fbss"];
  it.each(
    shippedLibrary()
      .exercises.filter(({ facts }) => facts.sources.length > 0)
      .map((one) => [one.facts.id, one] as const),
  )("%s is kept whole through the form", (_, { facts, texts }) => {
    const words = storedTextsSchema.parse(texts);
    const copy = ownContent("own-copy", ownExerciseSchema.parse(filledForm(facts, words, protocols)));
    expect(copy.texts).toEqual(words);
    const { tags, position, clearanceKey, contraindicationCodes, rampGroup, sources } = facts;
    expect(copy.facts).toMatchObject({
      id: "own-copy",
      tags,
      position,
      clearanceKey,
      rampGroup,
      sources,
      basis: "background, unverified",
    });
    expect(copy.facts.contraindicationCodes).toEqual(expect.arrayContaining(contraindicationCodes));
    for (const id of protocols) {
      expect(copy.facts.earliest[id]).toEqual({ ...facts.earliest[id], basis: "background, unverified" });
    }
  });
});
