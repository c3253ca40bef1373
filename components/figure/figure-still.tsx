import type { Side } from "@/lib/clinical/facts";
import { cardPicture } from "@/lib/figure/figure";
import type { ShownFigure } from "@/lib/figure/shown";
import { isMirroredFor } from "@/lib/figure/sides";
import { drawingOf } from "./drawing-of";
import { FigurePicture } from "./figure-picture";

/** One still picture with the movement's arrow, for the patient's lists. Decoration: the exercise's name stands beside it. */
export function FigureStill({ figure, side }: { figure: ShownFigure | null; side?: Side | null | undefined }) {
  const drawing = figure && drawingOf(figure);
  if (!drawing) return null;
  return (
    <FigurePicture
      canvas={drawing.canvas}
      inside={cardPicture(drawing)}
      isMirrored={isMirroredFor(drawing.scene.record, side)}
    />
  );
}
