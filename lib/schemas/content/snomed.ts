import { z } from "zod";

/** What each digit turns into, once per step from the right. */
const permutation = "1576283094";

/** Verhoeff's check over all digits, the last one included: finds every single wrong digit and every swap of neighbors. */
function hasCheckDigit(code: string): boolean {
  let sum = 0;
  Array.from(code, Number)
    .reverse()
    .forEach((value, place) => {
      let digit = value;
      for (let step = 0; step < place % 8; step += 1) digit = Number(permutation[digit]);
      sum = product(sum, digit);
    });
  return sum === 0;
}

/** Of two elements of the dihedral group of order 10: 0 to 4 turn, 5 to 9 turn over. */
function product(a: number, b: number): number {
  const turned = ((a < 5 ? a + b : a - b) + 10) % 5;
  return a < 5 === b < 5 ? turned : turned + 5;
}

/**
 * A concept of SNOMED CT that means the same or nearly the same as the entry, never a wider or narrower one. `verifiedIn` names the
 * public file ("owner/repo: path") in which code and display were found together.
 */
export const snomedSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[1-9]\d{5,17}$/)
    .refine(hasCheckDigit, "wrong check digit"),
  display: z.string().min(1),
  verifiedIn: z.string().regex(/^[\w.-]+\/[\w.-]+: \S.*$/),
});
