import * as z from "zod/mini";
import { sides } from "@/lib/clinical/facts";
import { kilograms } from "./numbers";

/** What is left out is null. */
const orNull = <T extends z.core.SomeType>(schema: T) =>
  z.pipe(
    z.nullish(schema),
    z.transform((value) => value ?? null),
  );
const whole = (least: number, most: number) =>
  orNull(
    z.number("numberNeeded").check(z.int("wholeNumber"), z.minimum(least, "outOfRange"), z.maximum(most, "outOfRange")),
  );

/** Days of the week, 1 (Monday) to 7, ascending, each once. */
export const weekdaysSchema = z
  .array(z.int("wholeNumber").check(z.minimum(1, "outOfRange"), z.maximum(7, "outOfRange")))
  .check(
    z.minLength(1, "required"),
    z.maxLength(7, "tooMany"),
    z.refine((days) => days.every((day, index) => index === 0 || day > (days[index - 1] ?? 0)), "badOrder"),
  );

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
    weekdays: z.nullish(weekdaysSchema),
    loadKg: orNull(kilograms(0)),
    rpeMax: whole(0, 10),
    side: orNull(z.enum(sides, "chooseOne")),
  })
  .check(
    z.refine(({ weekdays: days, perWeek }) => days == null || days.length === perWeek, {
      path: ["weekdays"],
      message: "weekdaysDiffer",
    }),
  );
