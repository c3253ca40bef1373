import type { DraftLine } from "@/lib/schemas/program";
import type { LineDosage } from "./draft";

type DosageChange = Partial<LineDosage>;

/**
 * The line with the keys of a dosage that apply to it. Repetitions are not given to a line that is done by the clock, nor minutes to one that is
 * counted, unless the same change ends that; an emptied key (null) always applies. Among several lines a load and a side go to those that have one.
 * @returns the same line where nothing changes its dosage
 */
export function doseLine(line: DraftLine, change: DosageChange, isOneOfSeveral = false): DraftLine {
  const dosage = inStep({ ...line.dosage, ...applying(line.dosage, change, isOneOfSeveral) }, change);
  return { ...line, dosage };
}

function applying(dosage: LineDosage, change: DosageChange, isOneOfSeveral: boolean): DosageChange {
  const { sets, reps, durationMin } = { ...dosage, ...ended(change) };
  const isCounted = sets !== null || reps !== null;
  const isTimed = durationMin !== null;
  const isGiven: Partial<Record<keyof LineDosage, boolean>> = {
    sets: isCounted || !isTimed,
    reps: isCounted || !isTimed,
    holdSec: isCounted || !isTimed,
    durationMin: isTimed || !isCounted,
    loadKg: !isOneOfSeveral || dosage.loadKg !== null,
    side: !isOneOfSeveral || dosage.side !== null,
  };
  const given = Object.entries(change).filter(
    ([key, value]) => value !== undefined && (value === null || Reflect.get(isGiven, key) !== false),
  );
  return Object.fromEntries(given);
}

/** What the change takes away. */
function ended(change: DosageChange): DosageChange {
  const { sets, reps, durationMin } = change;
  return {
    ...(sets === null ? { sets } : {}),
    ...(reps === null ? { reps } : {}),
    ...(durationMin === null ? { durationMin } : {}),
  };
}

/** Days of the week and times a week say the same: chosen days give the number, another number leaves the days to the patient. */
function inStep({ weekdays, ...dosage }: LineDosage, change: DosageChange): LineDosage {
  const days = [...new Set(weekdays ?? [])].toSorted((a, b) => a - b);
  if (days.length === 0) return dosage;
  if (change.weekdays != null) return { ...dosage, perWeek: days.length, weekdays: days };
  return dosage.perWeek === days.length ? { ...dosage, weekdays: days } : dosage;
}
