/** A value that is absent or null does not apply to the exercise. */
export function applies(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}

const poundsPerKilo = 2.204_622_6;

/** Whole pounds, for people who do not think in kilograms. */
export function poundsOf(kilos: number): number {
  return Math.round(kilos * poundsPerKilo);
}

/** Pounds to the half, as dumbbells and cuffs are marked: half a pound survives the way to tenths of a kilogram and back. */
export function halfPoundsOf(kilos: number): number {
  return Math.round(kilos * poundsPerKilo * 2) / 2;
}

/** Kilograms to the tenth, as they are stored. */
export function kilosOf(pounds: number): number {
  return Math.round((pounds / poundsPerKilo) * 10) / 10;
}
