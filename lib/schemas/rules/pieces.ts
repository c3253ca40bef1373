import { z } from "zod";
import { isCalendarDay } from "@/lib/clinical/days";
import { weekdaysSchema } from "../dosage";
import { clearanceKeys, clearanceStates, sides, type ClinicalContent } from "@/lib/clinical/facts";

/** What the inputs of the rules share: strict, so that a misspelt key is an error and never a rule that stays silent. */

export const day = z.string().refine(isCalendarDay, "must be a calendar date, YYYY-MM-DD");
export const id = z.string().min(1).max(100);
export const kilograms = z.number().min(0).max(200);
export const minutes = z.number().positive().max(1440);
export const phase = z.int().min(1).max(20);
/** The surgeon's later timeline, in days. */
export const shiftDays = z.int().min(0).max(3650);

/** Units are in the names; absent or null: does not apply. The ranges are those of a prescribed dosage. */
export const dosage = z
  .strictObject({
    sets: z.int().min(1).max(20).nullish(),
    reps: z.int().min(1).max(200).nullish(),
    holdSec: z.number().min(0).max(600).nullish(),
    restSec: z.number().min(0).max(600).nullish(),
    durationMin: z.number().positive().max(240).nullish(),
    perDay: z.int().min(1).max(24).nullish(),
    perWeek: z.int().min(1).max(7).nullish(),
    weekdays: z.nullish(weekdaysSchema),
    loadKg: kilograms.nullish(),
    rpeMax: z.number().min(0).max(10).nullish(),
    side: z.enum(sides).nullish(),
  })
  .refine(({ weekdays, perWeek }) => weekdays == null || weekdays.length === perWeek, {
    path: ["weekdays"],
    message: "must be as many as perWeek says",
  });

export const clearanceSchema = z.strictObject({
  key: z.enum(clearanceKeys),
  status: z.enum(clearanceStates),
  from: day.nullish(),
  until: day.nullish(),
  limits: z.strictObject({ maxMinutes: minutes.nullish(), maxKg: kilograms.nullish() }).nullish(),
});

export const noSuchPhase = "the protocol has no such phase";

export function lacksPhase(content: ClinicalContent, protocol: string, n: number): boolean {
  const known = content.protocols[protocol];
  return known !== undefined && known.phases.every((candidate) => candidate.n !== n);
}
