import { extentOf, type Canvas } from "./canvas";
import type { Drawing } from "./figure";

const margin = 5;
const cropped = new WeakMap<Drawing["frames"], Canvas>();

/**
 * The figure's canvas without the empty room above and below, as wide as before: where a picture stands alone it need not have the shape of the
 * others. A close-up keeps its own.
 */
export function croppedCanvas({ canvas, frames, stills, scene }: Drawing): Canvas {
  if (scene.record.zoom) return canvas;
  const known = cropped.get(frames);
  if (known) return known;
  const parts = [...frames.flat(), ...stills.flatMap((still) => [...still.parts, ...still.arrows])];
  const { y, h } = extentOf(parts);
  const top = Math.max(canvas.y, y - margin);
  const made = { ...canvas, y: top, h: Math.min(canvas.y + canvas.h, y + h + margin) - top };
  cropped.set(frames, made);
  return made;
}
