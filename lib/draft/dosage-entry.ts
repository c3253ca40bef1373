import { dosageSchema } from "@/lib/schemas/dosage";
import type { LineDosage } from "./draft";

/** The columns of the dosage grid; `dose` is sets and repetitions, or minutes. */
export const entryColumns = ["dose", "hold", "load", "perDay", "perWeek", "effort"] as const;
export type EntryColumn = (typeof entryColumns)[number];

/** What a typed cell means: the keys it changes, or why it means nothing (a key of `errors.fields` or of the builder's own words). */
export type Entry = { dosage: Partial<LineDosage> } | { problem: string };

const singleKey = {
  hold: "holdSec",
  load: "loadKg",
  perDay: "perDay",
  perWeek: "perWeek",
  effort: "rpeMax",
} as const satisfies Record<Exclude<EntryColumn, "dose">, keyof LineDosage>;

/** The keys of a dosage that a column shows. */
export const keysOf: Record<EntryColumn, readonly (keyof LineDosage)[]> = {
  dose: ["sets", "reps", "durationMin"],
  hold: ["holdSec"],
  load: ["loadKg"],
  perDay: ["perDay"],
  perWeek: ["perWeek", "weekdays"],
  effort: ["rpeMax"],
};

/**
 * Reads what was typed into a cell: "3 × 10", "3x10", "12" (repetitions), "20 min", "5 s", "≤ 4", "4,5 kg"; nothing at all means that the
 * value does not apply. Ranges are those of the schema that the server reads by.
 */
export function readEntry(column: EntryColumn, typed: string, dosage: LineDosage): Entry {
  const text = typed.trim().replace(/\s+/gu, " ");
  const read = column === "dose" ? readDose(text, dosage) : readSingle(column, text, dosage);
  return "problem" in read ? read : checked(read.dosage, dosage);
}

/** One step up or down with the arrow keys; `part` says which number of "2 × 8". Null where the step leaves the range. */
export function steppedEntry(
  column: EntryColumn,
  dosage: LineDosage,
  by: number,
  part: "sets" | "reps" = "reps",
): Partial<LineDosage> | null {
  const key = column === "dose" ? doseKey(dosage, part) : singleKey[column];
  const size = key === "loadKg" ? by / 2 : by;
  const value = Math.round(((dosage[key] ?? 0) + size) * 10) / 10;
  const entry = checked(withWeekdays(key, value, dosage), dosage);
  return "problem" in entry ? null : entry.dosage;
}

function doseKey({ sets, reps, durationMin }: LineDosage, part: "sets" | "reps") {
  if (durationMin !== null) return "durationMin";
  if (part === "sets") return sets === null ? "reps" : "sets";
  return reps === null && sets !== null ? "sets" : "reps";
}

function readDose(text: string, dosage: LineDosage): Entry {
  const { sets, reps, durationMin } = dosage;
  if (text === "") return { problem: "required" };
  const product = /^(\d+) ?[x×*] ?(\d+)$/iu.exec(text);
  const minutes = /^([\d.,]+) ?(?:min|minutes?|minutos?)\.?$/iu.exec(text);
  const isTimed = durationMin !== null;
  const isFree = !isTimed && sets === null && reps === null;
  if (product && !isTimed) return { dosage: { sets: Number(product[1]), reps: Number(product[2]) } };
  if (minutes && (isTimed || isFree)) return numbered("durationMin", minutes[1] ?? "", dosage);
  if (product || minutes) return { problem: isTimed ? "minutesNeeded" : "setsAndRepsNeeded" };
  return numbered(doseKey(dosage, "reps"), text, dosage);
}

function readSingle(column: Exclude<EntryColumn, "dose">, text: string, dosage: LineDosage): Entry {
  const key = singleKey[column];
  if (text === "") return { dosage: withWeekdays(key, null, dosage) };
  return numbered(key, text.replace(/^(?:≤|<=|<) ?| ?(?:s|sec|seg|kg)\.?$/giu, ""), dosage);
}

type NumberKey = Exclude<keyof LineDosage, "side" | "weekdays">;

function numbered(key: NumberKey, text: string, dosage: LineDosage): Entry {
  if (!/^-?\d+(?:[.,]\d+)?$/u.test(text)) return { problem: "numberNeeded" };
  return { dosage: withWeekdays(key, Number(text.replace(",", ".")), dosage) };
}

/** Named days that no longer are as many as the times a week are let go. */
function withWeekdays(key: NumberKey, value: number | null, { weekdays }: LineDosage): Partial<LineDosage> {
  const isOther = key === "perWeek" && weekdays != null && weekdays.length !== value;
  return { [key]: value, ...(isOther ? { weekdays: null } : {}) };
}

function checked(change: Partial<LineDosage>, dosage: LineDosage): Entry {
  const result = dosageSchema.safeParse({ ...dosage, ...change });
  const issue = result.error?.issues.find(({ path }) => String(path[0]) in change);
  return issue ? { problem: issue.message } : { dosage: change };
}
