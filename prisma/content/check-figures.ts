import { checkFigure } from "@/lib/figure/checks";
import type { FigureRecord } from "@/lib/figure/record";
import { tagFaults } from "@/lib/figure/tag-faults";
import type { ContentExercise } from "@/lib/schemas/content/exercise";
import type { Problem } from "./problem";

/** Figures that cannot be shown, or show more bend or turn than the exercise's movement tags say; names file, frame and joint. */
export function checkFigures(
  figures: Readonly<Record<string, FigureRecord>>,
  exercises: Readonly<Record<string, ContentExercise>>,
): Problem[] {
  return Object.entries(figures).flatMap(([id, record]) => {
    const file = `figures/${id}.json`;
    const exercise = exercises[id];
    if (!exercise) return [{ file, field: "file", message: "no exercise has this id" }];
    const tags = exercise.tags.map(({ tag }) => tag);
    return [...checkFigure(record), ...tagFaults(record, tags)].map(({ frame, joint, message }) => ({
      file,
      field: `${frame}: ${joint}`,
      message,
    }));
  });
}
