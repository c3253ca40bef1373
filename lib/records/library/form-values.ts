import type { ExerciseFacts, Text } from "@/lib/clinical/facts";
import { positions } from "@/lib/clinical/library-words";
import type { OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";
import type { StoredTexts } from "@/lib/schemas/own-exercise/stored-texts";
import { tagSpelling } from "@/lib/schemas/own-exercise/strict-parts";

const nothing: Text = { en: "", es: "" };
/** The form of a new exercise that is begun from nothing: a rule for every protocol of the clinic, none chosen. */
export function emptyForm(protocols: readonly string[]): OwnExerciseValues {
  return {
    ...{ name: nothing, synonyms: nothing, category: "", bodyRegion: nothing, position: "", equipment: nothing },
    ...{ tags: [], clearanceKey: "", rampGroup: "", sources: [], note: nothing, reason: "" },
    earliest: Object.fromEntries(protocols.map((id) => [id, { rule: "", day: "", phase: "" }])),
    contraindications: { areNone: false, byCondition: byCondition([]) },
    contraindicationWords: nothing,
    defaultDosage: typedDosage({}),
    instructions: {
      ...{ setUp: nothing, steps: [nothing, nothing, nothing], breathing: nothing, commonMistake: nothing },
      ...{ stopIf: nothing, cues: nothing, equipment: nothing, textAlternative: nothing },
    },
  };
}

/** The form filled from an exercise as the library stores it. */
export function filledForm(facts: ExerciseFacts, texts: StoredTexts, protocols: readonly string[]): OwnExerciseValues {
  const { tags, clearanceKey, rampGroup, sources, contraindicationCodes, defaultDosage } = facts;
  const { name, synonyms, category, bodyRegion, equipment, note, steps, cues } = texts;
  return {
    name,
    synonyms: { en: synonyms.en.join(", "), es: synonyms.es.join(", ") },
    ...{ category, bodyRegion, clearanceKey, sources },
    position: positions.find((known) => known === facts.position) ?? "",
    equipment: joined(equipment, ", "),
    tags: tags.map(tagSpelling),
    rampGroup: rampGroup ?? "",
    note: note ?? nothing,
    reason: "",
    earliest: Object.fromEntries(protocols.map((id) => [id, typedRule(facts.earliest[id])])),
    contraindications: {
      areNone: contraindicationCodes.length === 0,
      byCondition: byCondition(contraindicationCodes),
    },
    contraindicationWords: texts.contraindications ?? nothing,
    defaultDosage: typedDosage(defaultDosage),
    instructions: {
      setUp: texts.setUp ?? nothing,
      steps: [0, 1, 2].map((index) => steps[index] ?? nothing),
      breathing: texts.breathing ?? nothing,
      commonMistake: texts.commonMistake ?? nothing,
      stopIf: texts.stopIf ?? nothing,
      cues: joined(cues, "\n"),
      equipment: texts.whatYouNeed ?? nothing,
      textAlternative: texts.textAlternative ?? nothing,
    },
  };
}

function joined(list: readonly Text[], separator: string): Text {
  return { en: list.map(({ en }) => en).join(separator), es: list.map(({ es }) => es).join(separator) };
}

function typed(value: number | null | undefined): string {
  return value == null ? "" : String(value);
}

function typedRule(rule: ExerciseFacts["earliest"][string] | undefined): OwnExerciseValues["earliest"][string] {
  return rule ? { rule: rule.rule, day: typed(rule.day), phase: typed(rule.phase) } : { rule: "", day: "", phase: "" };
}

function typedDosage(dosage: ExerciseFacts["defaultDosage"]): OwnExerciseValues["defaultDosage"] {
  const { sets, reps, holdSec, restSec, durationMin, perDay, perWeek, loadKg, rpeMax, side } = dosage;
  return {
    ...{ sets: typed(sets), reps: typed(reps), holdSec: typed(holdSec), restSec: typed(restSec) },
    ...{ durationMin: typed(durationMin), perDay: typed(perDay), perWeek: typed(perWeek) },
    ...{ loadKg: typed(loadKg), rpeMax: typed(rpeMax), side: side ?? "" },
  };
}

function byCondition(
  codes: ExerciseFacts["contraindicationCodes"],
): OwnExerciseValues["contraindications"]["byCondition"] {
  return Object.fromEntries(codes.map(({ condition, severity }) => [condition, severity]));
}
