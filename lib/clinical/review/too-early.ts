import { dateInWords, type Day } from "../days";
import type { Basis, ExerciseFacts } from "../facts";
import { dateOf, earliestIn, shifted, type Track } from "../track";
import { none, sourceOf, text, type LineRule } from "./report";

/** The exercise's earliest day has not come. Of several protocols the one that opens last is named. */
export const tooEarly: LineRule = ({ exercise }, { tracks, today }) => {
  let last: { track: Track; day: number; date: Day; basis: Basis } | null = null;
  for (const track of tracks) {
    const earliest = earliestIn(track, exercise);
    if (!earliest || earliest.day === null) continue;
    const day = shifted(track, earliest.day);
    if (track.day >= day) continue;
    const date = dateOf(track, day);
    if (!last || date > last.date) last = { track, day, date, basis: earliest.basis };
  }
  if (!last) return none;
  const { track, day, basis } = last;
  const date = dateInWords(last.date, today);
  return [
    {
      rule: "too-early",
      severity: "block",
      because: text(
        `Opens on day ${day}${track.of.en} (${date.en}); today is day ${track.day}.`,
        `Se abre el día ${day}${track.of.es} (${date.es}); hoy es el día ${track.day}.`,
      ),
      source: sourceOf({ sources: exercise.sources, basis }),
    },
  ];
};

/** The exercise's first day in the protocol, shifted; null where the content gives none. */
export function earliestDay(track: Track, exercise: ExerciseFacts): number | null {
  const day = earliestIn(track, exercise)?.day ?? null;
  return day === null ? null : shifted(track, day);
}
