import { stillAddress } from "#shipped-stills";
import type { Side } from "@/lib/clinical/facts";
import { cardPicture, type Drawing } from "@/lib/figure/figure";
import type { ShownFigure } from "@/lib/figure/shown";
import { isMirroredFor } from "@/lib/figure/sides";
import { drawingOf } from "./drawing-of";
import type { Picture } from "./figure-picture";
import { pictureIn } from "./picture-in";

/** Written once for each drawing, which `drawingOf` keeps. */
const pictures = new WeakMap<Drawing, string>();

/**
 * One still picture with the movement's arrow, for the patient's lists: one that ships is a file that the browser keeps, the clinic's own are drawn
 * into the page; null for an exercise without one. Decoration: the exercise's name stands beside it.
 */
export function stillPicture(figure: ShownFigure | null, side?: Side | null): Picture | null {
  const drawing = figure && drawingOf(figure);
  if (!drawing) return null;
  const address = "code" in figure ? stillAddress(figure.code) : undefined;
  const inside = address === undefined ? cardOf(drawing) : `<use href="${address}#still"/>`;
  return pictureIn(drawing.canvas, inside, isMirroredFor(drawing.scene.record, side));
}

function cardOf(drawing: Drawing): string {
  const picture = pictures.get(drawing) ?? cardPicture(drawing);
  pictures.set(drawing, picture);
  return picture;
}
