import { addDays, type Day } from "@/lib/dates";
import type { EpisodeSummary } from "@/lib/schemas/episode-summary";

/** The days from the first to the last on which nothing was on hold; the day of a hold and that of its lift count as held. */
export function daysToDo(from: Day, to: Day, holds: EpisodeSummary["holds"]): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const isHeld = holds.some((hold) => hold.from <= day && (hold.to ?? to) >= day);
    if (!isHeld) days.push(day);
  }
  return days;
}
