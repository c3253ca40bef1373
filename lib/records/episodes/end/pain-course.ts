import { addDays, type Day } from "@/lib/dates";
import type { EpisodeSummary } from "@/lib/schemas/episode-summary";

const days = 7;

/**
 * Mean pain before a session in the seven days from the first answer on, and in the seven days up to the last one, in points to the tenth.
 * @param pain one entry a day, oldest first
 */
export function painCourse(pain: EpisodeSummary["pain"]): Pick<EpisodeSummary, "painFirst" | "painLast"> {
  const answered = pain.flatMap(({ on, before }) => (before === null ? [] : [{ on, before }]));
  const first = answered.at(0)?.on;
  const last = answered.at(-1)?.on;
  if (first === undefined || last === undefined) return { painFirst: null, painLast: null };
  const mean = (from: Day, to: Day) => {
    const within = answered.filter(({ on }) => on >= from && on <= to).map(({ before }) => before);
    const sum = within.reduce((total, value) => total + value, 0);
    return { mean: Math.round((sum * 10) / within.length) / 10, days: within.length, from, to };
  };
  return { painFirst: mean(first, addDays(first, days - 1)), painLast: mean(addDays(last, 1 - days), last) };
}
