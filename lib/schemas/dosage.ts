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

/** Days of the week, 1 (Monday) to 7, ascending, each once. */
export const weekdaysSchema = z
  .array(z.int("wholeNumber").min(1, "outOfRange").max(7, "outOfRange"))
  .min(1, "required")
  .max(7, "tooMany")
  .refine((days) => days.every((day, index) => index === 0 || day > (days[index - 1] ?? 0)), "badOrder");

/** A dosage as it is prescribed; the ranges are those of the database's own checks. Null: the key does not apply. */
export const dosageSchema = z
  .strictObject({
    sets: whole(1, 20),
    reps: whole(1, 200),
    holdSec: whole(1, 600),
    restSec: whole(0, 600),
    durationMin: whole(1, 240),
    perDay: whole(1, 24),
    perWeek: whole(1, 7),
    /** Left out where the person chooses the days: a dosage without them is stored as it always was. */
    weekdays: weekdaysSchema.nullish(),
    loadKg: kilograms(0)
      .nullish()
      .transform((value) => value ?? null),
    rpeMax: whole(0, 10),
    side: z
      .enum(sides, "chooseOne")
      .nullish()
      .transform((value) => value ?? null),
  })
  .refine(({ weekdays: days, perWeek }) => days == null || days.length === perWeek, {
    path: ["weekdays"],
    message: "weekdaysDiffer",
  });
