import type { ExerciseFacts } from "@/lib/clinical/facts";
import type { OwnExercise } from "@/lib/schemas/own-exercise/own-exercise";
import type { StoredTexts } from "@/lib/schemas/own-exercise/stored-texts";

/** An own exercise in the form in which the library stores every exercise. Its numbers rest on nothing that the product has read. */
export function ownContent(code: string, exercise: OwnExercise): { facts: ExerciseFacts; texts: StoredTexts } {
  const { name, synonyms, category, bodyRegion, equipment, contraindicationWords, note, instructions } = exercise;
  const { equipment: whatYouNeed, ...forPatient } = instructions;
  const { position, tags, earliest, clearanceKey, defaultDosage, contraindications, rampGroup, sources } = exercise;
  return {
    facts: {
      id: code,
      ...{ name, position, tags, earliest, clearanceKey, defaultDosage, rampGroup, sources },
      contraindicationCodes: contraindications,
      basis: "background, unverified",
    },
    texts: {
      ...{ name, synonyms, category, bodyRegion, equipment, note },
      contraindications: contraindicationWords,
      whatYouNeed,
      ...forPatient,
    },
  };
}

/** A code for a new exercise out of its English name: "Bridge, one leg" is `own-bridge-one-leg`. */
export function ownCode(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
  const code = `own-${words || "exercise"}`;
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? code : `${code}-${String(n)}`;
    if (!taken.has(candidate)) return candidate;
  }
}
