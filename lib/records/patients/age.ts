import type { Day } from "@/lib/dates";

/** Whole years between two calendar days; a birthday counts on its day. */
export function wholeYears(born: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}
