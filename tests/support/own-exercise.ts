import type { OwnExerciseValues } from "@/lib/schemas/own-exercise/own-exercise";

/** Protocols of a test clinic that is opened with few of them. */
const protocols = ["fusion-lumbar", "injection-epidural", "fbss"] as const;
const both = (en: string, es: string) => ({ en, es });

/** The form of an exercise of a clinic's own, filled and valid: it opens in every protocol on day 14 by the therapist's own decision. */
export function ownExerciseValues(given: Partial<OwnExerciseValues> = {}): OwnExerciseValues {
  return {
    name: both("Towel press on your back", "Presión con toalla boca arriba"),
    synonyms: both("towel press, lumbar press", "presión con toalla"),
    category: "STATIC_STABILISATION",
    bodyRegion: both("lumbar", "región lumbar"),
    position: "supine",
    equipment: both("towel", "toalla"),
    tags: ["NEUTRAL_SPINE"],
    earliest: Object.fromEntries(protocols.map((id) => [id, { rule: "FROM_DAY", day: "14", phase: "2" }])),
    clearanceKey: "PT_SUPERVISED_START",
    contraindications: { areNone: true, byCondition: {} },
    contraindicationWords: both("none known", "ninguna conocida"),
    rampGroup: "",
    defaultDosage: {
      ...{ sets: "2", reps: "8", holdSec: "5", restSec: "", durationMin: "", perDay: "1", perWeek: "5" },
      ...{ loadKg: "", rpeMax: "3", side: "" },
    },
    sources: ["SEED2"],
    note: both("", ""),
    instructions: {
      setUp: both(
        "Lie on your back. Put a rolled towel under your waist.",
        "Acuéstese boca arriba con una toalla bajo la cintura.",
      ),
      steps: [
        both("Press your back gently into the towel.", "Presione suave la espalda contra la toalla."),
        both("Hold, then let go slowly.", "Mantenga y suelte despacio."),
        both("", ""),
      ],
      breathing: both("Keep breathing while you press.", "Siga respirando mientras presiona."),
      commonMistake: both("Do not lift your hips.", "No levante la cadera."),
      stopIf: both("Stop if your pain goes over 5.", "Pare si el dolor pasa de 5."),
      cues: both("Press\nBreathe", "Presione\nRespire"),
      equipment: both("A rolled towel", "Una toalla enrollada"),
      textAlternative: both(
        "A person lies on the back with a towel under the waist.",
        "Una persona boca arriba con una toalla bajo la cintura.",
      ),
    },
    reason: "",
    ...given,
  };
}
