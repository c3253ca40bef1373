import type { Canvas } from "@/lib/figure/canvas";
import { viewBox } from "@/lib/figure/figure";
import type { Picture } from "./figure-picture";

/** A picture within its canvas; turned round for the person's other side. */
export function pictureIn(canvas: Canvas, inside: string, isMirrored: boolean): Picture {
  if (!isMirrored) return { viewBox: viewBox(canvas), inside };
  return {
    viewBox: viewBox({ ...canvas, x: -canvas.x - canvas.w }),
    inside: `<g transform="scale(-1 1)">${inside}</g>`,
  };
}
