import { z } from "zod";

/** Kilograms as they are stored, to the tenth: a second decimal would be rounded to more than was ordered. At most 200. */
export function kilograms(least: number) {
  return z
    .number("numberNeeded")
    .refine((kg) => Number(kg.toFixed(1)) === kg, "oneDecimal")
    .min(least, "outOfRange")
    .max(200, "outOfRange");
}

/** The version of a record that was read, as the database counts it. */
export const readVersion = z.number("badId").int("badId").min(1, "badId").max(2_147_483_647, "badId");
