import { checkFigure } from "@/lib/figure/checks";
import type { FigureRecord } from "@/lib/figure/record";
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
    const faults = checkFigure(record).map(({ frame, joint, message }) => ({
      file,
      field: `${frame}: ${joint}`,
      message,
    }));
    return [...faults, ...tagFaults(record, exercise, file)];
  });
}

/** The picture and the safety tags agree. */
function tagFaults(record: FigureRecord, { tags }: ContentExercise, file: string): Problem[] {
  const has = (tag: string) => tags.some((own) => own.tag === tag);
  const start = record.start ?? {};
  return record.keys.flatMap((key, index) => {
    const field = `key ${String(index + 1)}: spine`;
    const lumbar = (key.lumbar ?? start.lumbar ?? 0) - (start.lumbar ?? 0);
    const turn = Math.abs(
      (key.lumbarRot ?? 0) + (key.thoraxRot ?? 0) - (start.lumbarRot ?? 0) - (start.thoraxRot ?? 0),
    );
    return [
      ...(lumbar > 5 && !has("FLEXION")
        ? [{ file, field, message: "bends the back forward, but the exercise has no FLEXION" }]
        : []),
      ...(lumbar < -5 && !has("EXTENSION")
        ? [{ file, field, message: "bends the back backward, but the exercise has no EXTENSION" }]
        : []),
      ...(turn > 5 && !has("ROTATION")
        ? [{ file, field, message: "turns the back, but the exercise has no ROTATION" }]
        : []),
    ];
  });
}
