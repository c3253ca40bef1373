import type { Basis, Text } from "../facts";
import type { Band, Norms, Person } from "../measure-content";

/** The number below which a result is below average for the person's age and sex. */
export type Norm = { below: number; basis: Basis };

/**
 * The norm of a person's age (years) and sex. Younger than the table: its first row, marked background; older: null, no norm exists.
 * Source: CST30 for the chair stand.
 */
export function normOf(norms: Norms, { age, sex }: Person): Norm | null {
  const row = norms[sex].find(({ to }) => age <= to);
  return row ? { below: row.below, basis: age < row.from ? "background, unverified" : "sourced" } : null;
}

const belowAverage: Text = { en: "below average for age and sex", es: "bajo el promedio de su edad y sexo" };
const average: Text = { en: "average or above for age and sex", es: "en el promedio de su edad y sexo, o más" };

/** On which side of the norm a result lies. */
export function normBand({ below, basis }: Norm, score: number): Band {
  return score < below
    ? { min: null, max: below - 1, label: belowAverage, basis }
    : { min: below, max: null, label: average, basis };
}
