import * as z from "zod/mini";

/** Kilograms as they are stored, to the tenth: a second decimal would be rounded to more than was ordered. At most 200. */
export function kilograms(least: number) {
  return z.number("numberNeeded").check(
    z.refine((kg) => Number(kg.toFixed(1)) === kg, "oneDecimal"),
    z.minimum(least, "outOfRange"),
    z.maximum(200, "outOfRange"),
  );
}

/** The version of a record that was read, as the database counts it. */
export const readVersion = z
  .number("badId")
  .check(z.int("badId"), z.minimum(1, "badId"), z.maximum(2_147_483_647, "badId"));
