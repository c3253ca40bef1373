import type { Text } from "./facts";

/** How the library is ordered: the field's words for categories and positions. */

const text = (en: string, es: string): Text => ({ en, es });

export const categories = [
  "ROM_MOBILITY",
  "STATIC_STABILISATION",
  "DYNAMIC_STABILISATION",
  "CORE",
  "STRENGTH_UPPER",
  "STRENGTH_LOWER",
  "AEROBIC",
  "AQUATIC",
  "FLEXIBILITY",
  "YOGA_PILATES",
  "NEURAL_MOBILITY",
  "BALANCE",
  "BREATHING_GAIT",
  "FUNCTIONAL",
] as const;
export type Category = (typeof categories)[number];

export const positions = [
  "supine",
  "prone",
  "side-lying",
  "seated",
  "standing",
  "seated or standing",
  "half-kneeling",
  "quadruped",
  "ball",
  "machine",
  "water",
  "mixed",
] as const;
export type Position = (typeof positions)[number];

export const categoryWords: Readonly<Record<Category, Text>> = {
  ROM_MOBILITY: text("Range of motion", "Rango de movimiento"),
  STATIC_STABILISATION: text("Static stabilization", "Estabilización estática"),
  DYNAMIC_STABILISATION: text("Dynamic stabilization", "Estabilización dinámica"),
  CORE: text("Core", "Zona media"),
  STRENGTH_UPPER: text("Upper limb strength", "Fuerza de miembro superior"),
  STRENGTH_LOWER: text("Lower limb strength", "Fuerza de miembro inferior"),
  AEROBIC: text("Aerobic", "Aeróbico"),
  AQUATIC: text("Aquatic", "Acuático"),
  FLEXIBILITY: text("Flexibility", "Flexibilidad"),
  YOGA_PILATES: text("Yoga and Pilates", "Yoga y Pilates"),
  NEURAL_MOBILITY: text("Nerve mobility", "Movilidad neural"),
  BALANCE: text("Balance", "Equilibrio"),
  BREATHING_GAIT: text("Breathing and gait", "Respiración y marcha"),
  FUNCTIONAL: text("Functional", "Funcional"),
};

export const positionWords: Readonly<Record<Position, Text>> = {
  supine: text("Supine", "Decúbito supino"),
  prone: text("Prone", "Decúbito prono"),
  "side-lying": text("Side-lying", "Decúbito lateral"),
  seated: text("Seated", "Sentado"),
  standing: text("Standing", "De pie"),
  "seated or standing": text("Seated or standing", "Sentado o de pie"),
  "half-kneeling": text("Half-kneeling", "Medio arrodillado"),
  quadruped: text("Quadruped", "Cuadrupedia"),
  ball: text("On a ball", "Sobre un balón"),
  machine: text("On a machine", "En máquina"),
  water: text("In water", "En el agua"),
  mixed: text("Mixed", "Mixta"),
};

/**
 * What somebody typed, as words to look for: small letters without accents, without signs.
 * @returns no word for a text without letters and digits
 */
export function searchTerms(typed: string): string[] {
  const plain = typed.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The categories whose name, in one of the languages, begins every term with one of its words. */
export function categoriesNamed(terms: readonly string[]): Category[] {
  if (terms.length === 0) return [];
  return categories.filter((category) =>
    Object.values(categoryWords[category]).some((name) => {
      const words = searchTerms(name);
      return terms.every((term) => words.some((word) => word.startsWith(term)));
    }),
  );
}
