import "server-only";
import { draw, type Drawing } from "@/lib/figure/figure";
import { figures } from "@/prisma/content/bundled-figures";

const drawn = new Map<string, Drawing>();

/** The drawing of a shipped exercise, computed once per process; undefined for an exercise without a figure. */
export function drawingOf(code: string): Drawing | undefined {
  const record = figures[code];
  if (!record) return undefined;
  const drawing = drawn.get(code) ?? draw(record);
  drawn.set(code, drawing);
  return drawing;
}
