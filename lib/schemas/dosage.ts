import { z } from "zod";
import { sides } from "@/lib/clinical/facts";
import { kilograms } from "./numbers";

const whole = (least: number, most: number) =>
  z
    .number("numberNeeded")
    .int("wholeNumber")
    .min(least, "outOfRange")
    .max(most, "outOfRange")
    .nullish()
    .transform((value) => value ?? null);

/** A dosage as it is prescribed; the ranges are those of the database's own checks. Null: the key does not apply. */
export const dosageSchema = z.strictObject({
  sets: whole(1, 20),
  reps: whole(1, 200),
  holdSec: whole(1, 600),
  restSec: whole(0, 600),
  durationMin: whole(1, 240),
  perDay: whole(1, 24),
  perWeek: whole(1, 7),
  loadKg: kilograms(0)
    .nullish()
    .transform((value) => value ?? null),
  rpeMax: whole(0, 10),
  side: z
    .enum(sides, "chooseOne")
    .nullish()
    .transform((value) => value ?? null),
});
