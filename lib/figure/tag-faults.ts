import type { FigureFault } from "./checks";
import type { FigureRecord } from "./record";

/**
 * Where a figure shows more bend or turn of the back than the exercise's movement tags say: the picture and the safety tags agree. For shipped
 * exercises and a clinic's own.
 * @param tags names of movement tags, without their regions
 */
export function tagFaults(record: FigureRecord, tags: readonly string[]): FigureFault[] {
  const start = record.start ?? {};
  return record.keys.flatMap((key, index) => {
    const at = { frame: `key ${String(index + 1)}`, joint: "spine" };
    const lumbar = (key.lumbar ?? start.lumbar ?? 0) - (start.lumbar ?? 0);
    const turn = Math.abs(
      (key.lumbarRot ?? 0) + (key.thoraxRot ?? 0) - (start.lumbarRot ?? 0) - (start.thoraxRot ?? 0),
    );
    return [
      ...(lumbar > 5 && !tags.includes("FLEXION")
        ? [{ ...at, message: "bends the back forward, but the exercise has no FLEXION" }]
        : []),
      ...(lumbar < -5 && !tags.includes("EXTENSION")
        ? [{ ...at, message: "bends the back backward, but the exercise has no EXTENSION" }]
        : []),
      ...(turn > 5 && !tags.includes("ROTATION")
        ? [{ ...at, message: "turns the back, but the exercise has no ROTATION" }]
        : []),
    ];
  });
}
