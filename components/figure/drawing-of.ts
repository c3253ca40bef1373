import { figures } from "#shipped-figures";
import { draw, type Drawing } from "@/lib/figure/figure";
import type { FigureRecord } from "@/lib/figure/record";
import type { ShownFigure } from "@/lib/figure/shown";
import { Kept } from "@/lib/kept";

const drawn = new Map<string, Drawing>();
/** Shipped figures all stay; a clinic's own ones are drawn again when they have not been asked for in a while. */
const drawnOwn = new Kept<Drawing | "not drawn">(200);

/**
 * The drawing of a figure, computed once per process; undefined for an exercise without one, and for a stored record that this version cannot
 * draw. In a browser only figures with their record are drawn: it does not have those that ship.
 */
export function drawingOf(figure: ShownFigure): Drawing | undefined {
  if ("record" in figure) return drawnOnce(figure.record);
  const record = recordOf(figure);
  if (!record) return undefined;
  const drawing = drawn.get(figure.code) ?? draw(record);
  drawn.set(figure.code, drawing);
  return drawing;
}

/** The record that a figure is drawn from; undefined for an exercise without one. */
export function recordOf(figure: ShownFigure): FigureRecord | undefined {
  return "record" in figure ? figure.record : figures[figure.code];
}

function drawnOnce(record: FigureRecord): Drawing | undefined {
  const key = JSON.stringify(record);
  const drawing = drawnOwn.get(key) ?? drawnIfPossible(record);
  drawnOwn.set(key, drawing);
  return drawing === "not drawn" ? undefined : drawing;
}

function drawnIfPossible(record: FigureRecord): Drawing | "not drawn" {
  try {
    return draw(record);
  } catch {
    return "not drawn";
  }
}
