import { drawingFaults } from "./checks";
import { draw, type Drawing } from "./figure";
import { placedFaults, type PlacedFault } from "./placed-faults";
import type { FigureRecord } from "./record";
import { tagFaults, type RegionTag } from "./tag-faults";

/** Everything wrong with a drawing, and with it as the picture of an exercise with these movement tags, at its pictures. */
export function faultsIn(drawing: Drawing, tags: readonly RegionTag[]): PlacedFault[] {
  const { movement, scene } = drawing;
  return placedFaults(scene.record, movement, [...drawingFaults(drawing), ...tagFaults(scene.record, tags, movement)]);
}

/** A record as an editor sees it: drawn where that is possible, and everything that is wrong with it. */
export function inspect(
  record: FigureRecord,
  tags: readonly RegionTag[],
): { drawing: Drawing | null; faults: readonly PlacedFault[] } {
  try {
    const drawing = draw(record);
    return { drawing, faults: faultsIn(drawing, tags) };
  } catch {
    return { drawing: null, faults: [{ key: 0, isOnTheWay: false, joint: "record", kind: "other", angle: null }] };
  }
}
