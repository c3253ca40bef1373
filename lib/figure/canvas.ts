import { pointsOf, type Part } from "./shape";
import { pointOf } from "./body";
import type { Scene } from "./scene";
import { project } from "./view";

/** The part of the picture plane that is shown (cm). */
export type Canvas = { x: number; y: number; w: number; h: number };

const margin = 5;
const narrowest = 150;

/** One canvas for all moments of a figure, 4 : 3, so that nothing jumps between its pictures. */
export function canvasOf(scene: Scene, parts: readonly Part[]): Canvas {
  const { zoom } = scene.record;
  if (zoom) {
    const body = scene.movement.keys[0];
    const [cx, cy] = body ? project(scene.view, pointOf(body, zoom.on)) : [0, 0];
    const h = (zoom.w * 3) / 4;
    return { x: cx - zoom.w / 2 + (zoom.dx ?? 0), y: cy - h / 2 + (zoom.dy ?? 0), w: zoom.w, h };
  }
  const extent = extentOf(parts);
  let w = Math.max(narrowest, extent.w + 2 * margin);
  let h = extent.h + 2 * margin;
  if (h > (w * 3) / 4) w = (h * 4) / 3;
  else h = (w * 3) / 4;
  const spare = h - extent.h - 2 * margin;
  return { x: extent.x + extent.w / 2 - w / 2, y: extent.y - margin - spare * 0.72, w, h };
}

/** The smallest rectangle around parts; the line of the floor counts only by its height. */
export function extentOf(parts: readonly Part[]): Canvas {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const part of parts) {
    if (part.isHidden) continue;
    for (const [x, y] of pointsOf(part)) {
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}
