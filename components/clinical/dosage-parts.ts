/** A value that is absent or null does not apply to the exercise. */
export function applies(value: number | null | undefined): value is number {
  return value !== null && value !== undefined;
}

const poundsPerKilo = 2.204_622_6;

/** Whole pounds, for people who do not think in kilograms. */
export function poundsOf(kilos: number): number {
  return Math.round(kilos * poundsPerKilo);
}
