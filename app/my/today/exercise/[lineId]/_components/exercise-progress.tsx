import type { TodayLine } from "@/lib/records/today/load-today";
import { isMarked } from "../../../_components/part-of-session";

/** One bar an exercise: done, now, to come. The words "Exercise 2 of 5" say the same. */
export function ExerciseProgress({ lines, current }: { lines: readonly TodayLine[]; current: number }) {
  return (
    <div aria-hidden="true" className="flex gap-1.25">
      {lines.map((line, index) => {
        const look =
          index === current
            ? "border-accent bg-accent"
            : isMarked(line)
              ? "border-phase-4 bg-phase-4"
              : "border-line-2 bg-sunken";
        return <span className={`h-1.5 flex-1 rounded-3 border ${look}`} key={line.id} />;
      })}
    </div>
  );
}
