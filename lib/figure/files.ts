import { unmoved } from "./animate";
import { cardPicture, mainKey, viewBox, type Drawing } from "./figure";
import { painted, paintedSmall } from "./paints";

/** A symbol of the sheet of thumbnails: the main pose without arrows, its colours written as the page's variables. */
export function thumbSymbol(id: string, drawing: Drawing): string {
  const parts = (drawing.stills[mainKey(drawing)]?.parts ?? []).filter(
    ({ look }) => !/^(floor|mat|eye|ear|face-line|blade)/.test(look),
  );
  const inside = paintedSmall(parts.map(unmoved).join(""));
  return `<symbol fill="none" id="${id}" viewBox="${viewBox(drawing.canvas)}">${inside}</symbol>`;
}

/** A file with the card's picture as its `#still`, to be drawn with `<use>` in an `svg` of the class `figure` and with the figure's own canvas. */
export function stillFile(drawing: Drawing): string {
  return `<svg xmlns="http://www.w3.org/2000/svg"><g id="still">${painted(cardPicture(drawing))}</g></svg>`;
}
