import { halfPoundsOf, kilosOf } from "@/components/clinical/dosage-parts";
import type { LineDosage } from "@/lib/draft/draft";
import { shortDecimal } from "@/lib/i18n/decimals";
import { dosageSchema } from "@/lib/schemas/dosage";

export type NumberKey = Exclude<keyof LineDosage, "side" | "weekdays">;
export type MassUnit = "kg" | "lb";

/** What a typed number means: the value to store (null: the key does not apply), or a key of `errors.fields`. */
export type Entry = { value: number | null } | { problem: string };

/** Reads one number of a dosage by the ranges of its schema; a load is typed in the clinic's unit and stored in kilograms. */
export function readNumber(key: NumberKey, typed: string, massUnit: MassUnit): Entry {
  const text = typed.trim().replace(",", ".");
  if (text === "") return { value: null };
  if (!/^-?\d+(\.\d+)?$/.test(text)) return { problem: "numberNeeded" };
  const given = Number(text);
  const isPounds = key === "loadKg" && massUnit === "lb";
  if (isPounds && !Number.isInteger(given * 2)) return { problem: "halfPounds" };
  const value = isPounds ? kilosOf(given) : given;
  const read = dosageSchema.shape[key].safeParse(value);
  return read.success ? { value } : { problem: read.error.issues[0]?.message ?? "badValue" };
}

/** How the number stands in its field. */
export function numberShown(key: NumberKey, value: number | null, massUnit: MassUnit): string {
  if (value === null) return "";
  return shortDecimal(key === "loadKg" && massUnit === "lb" ? halfPoundsOf(value) : value);
}

/** One step with an arrow key: 1, of a load half a kilogram or a pound. Null where the step leaves the range. */
export function stepped(key: NumberKey, value: number | null, by: 1 | -1, massUnit: MassUnit): number | null {
  const isLoad = key === "loadKg";
  const shown = Number(numberShown(key, value ?? 0, massUnit));
  const entry = readNumber(key, shortDecimal(shown + by * (isLoad && massUnit === "kg" ? 0.5 : 1)), massUnit);
  return "value" in entry ? entry.value : null;
}

/** The keys that apply to a line, in the order in which they are read: work by the clock, or counted work. */
export function fieldsOf(dosage: LineDosage, isLoaded: boolean): NumberKey[] {
  const isTimed = dosage.durationMin !== null;
  const work: NumberKey[] = isTimed ? ["durationMin"] : ["sets", "reps", "holdSec", "restSec"];
  const load: NumberKey[] = isLoaded || dosage.loadKg !== null ? ["loadKg"] : [];
  return [...work, ...load, "perDay", "perWeek", "rpeMax"];
}
