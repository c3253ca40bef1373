import type { Canvas } from "@/lib/figure/canvas";
import { viewBox } from "@/lib/figure/figure";

/** One picture of a figure, as large as its place; turned round for the person's other side. Decoration: the words beside it say what it shows. */
export function FigurePicture({ canvas, inside, isMirrored }: { canvas: Canvas; inside: string; isMirrored: boolean }) {
  const box = isMirrored ? { ...canvas, x: -canvas.x - canvas.w } : canvas;
  // The markup holds numbers and our own class names only.
  const markup = { __html: isMirrored ? `<g transform="scale(-1 1)">${inside}</g>` : inside };
  return (
    <svg
      aria-hidden="true"
      className="figure block h-auto w-full"
      dangerouslySetInnerHTML={markup}
      viewBox={viewBox(box)}
    />
  );
}
