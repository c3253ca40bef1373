import { isOwed } from "@/lib/check-in/day-marks";
import type { TodayLine } from "@/lib/records/today/load-today";

/** One bar an exercise of the session: done, now, to come. The words "Exercise 2 of 5" say the same. */
export function ExerciseProgress({
  lines,
  current,
  session,
}: {
  lines: readonly TodayLine[];
  current: TodayLine;
  session: number;
}) {
  return (
    <div aria-hidden="true" className="flex gap-1.25">
      {lines.map(({ id, marks }) => {
        const look =
          id === current.id
            ? "border-accent bg-accent"
            : isOwed(marks[session - 1])
              ? "border-line-2 bg-sunken"
              : "border-phase-4 bg-phase-4";
        return <span className={`h-1.5 flex-1 rounded-3 border ${look}`} key={id} />;
      })}
    </div>
  );
}
