import { drawingFaults } from "@/lib/figure/checks";
import { pictureFaults } from "@/lib/figure/checks/picture";
import type { FigureFault } from "@/lib/figure/checks/fault";
import { draw, type Drawing } from "@/lib/figure/figure";
import type { FigureRecord } from "@/lib/figure/record";
import { tagFaults } from "@/lib/figure/tag-faults";
import type { ContentExercise } from "@/lib/schemas/content/exercise";
import { equipmentFaults } from "./figure-equipment";
import type { Problem } from "./problem";

/**
 * Figures that cannot be shown, or show more bend or turn than the exercise's movement tags say; names exercise, frame and joint.
 * @param drawn drawings at hand, so that they are not computed again
 */
export function checkFigures(
  figures: Readonly<Record<string, FigureRecord>>,
  exercises: Readonly<Record<string, ContentExercise>>,
  drawn: Readonly<Record<string, Drawing>> = {},
): Problem[] {
  return Object.entries(figures).flatMap(([id, record]) => {
    const file = `figures/${id}.json`;
    const exercise = exercises[id];
    if (!exercise) return [{ file, field: "file", message: "no exercise has this id" }];
    return faultsOf(record, exercise, drawn[id]).map(({ frame, joint, message }) => ({
      file,
      field: `${frame}: ${joint}`,
      message,
    }));
  });
}

function faultsOf(record: FigureRecord, exercise: ContentExercise, drawn: Drawing | undefined): FigureFault[] {
  try {
    const drawing = drawn ?? draw(record);
    return [
      ...drawingFaults(drawing),
      ...pictureFaults(drawing),
      ...tagFaults(record, exercise.tags, drawing.movement),
      ...equipmentFaults(drawing, exercise),
    ];
  } catch (error) {
    return [{ frame: "all", joint: "record", message: error instanceof Error ? error.message : String(error) }];
  }
}
