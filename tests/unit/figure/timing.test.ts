import { describe, expect, it } from "vitest";
import { extentOf } from "@/lib/figure/canvas";
import { croppedCanvas } from "@/lib/figure/crop";
import { draw } from "@/lib/figure/figure";
import { heldFor, heldKey } from "@/lib/figure/timing";
import { loadFigures } from "@/prisma/content/load-figures";

const figures = loadFigures();
const drawingOf = (code: string) => {
  const record = figures[code];
  if (!record) throw new Error(code);
  return draw(record);
};
const bridge = drawingOf("bridge");

describe("a prescribed hold in the picture", () => {
  const { drawing, held } = heldFor(bridge, 5);
  const { steps } = drawing.movement;
  const round = steps[steps.length - 1]?.time ?? 0;

  it("is as long as prescribed, then the way back is slow", () => {
    expect(held).not.toBeNull();
    expect(((held?.to ?? 0) - (held?.from ?? 0)) * round).toBeCloseTo(5);
    expect(round - (held?.to ?? 0) * round).toBeGreaterThanOrEqual(2);
  });

  it("moves nothing but the clock, which never runs back", () => {
    expect(steps.map(({ body }) => body)).toEqual(bridge.movement.steps.map(({ body }) => body));
    expect(steps.map(({ time }) => time)).toEqual(steps.map(({ time }) => time).toSorted((a, b) => a - b));
    expect(steps[0]?.time).toBe(0);
  });

  it("stays under ten seconds: a longer one would look stopped", () => {
    const long = heldFor(bridge, 45);
    const all = long.drawing.movement.steps;
    const total = all[all.length - 1]?.time ?? 0;
    expect(((long.held?.to ?? 0) - (long.held?.from ?? 0)) * total).toBeCloseTo(10);
  });

  it("is of the pose at the end of the way, and of none in a loop or a single pose", () => {
    expect(heldKey(drawingOf("bridge-march"))).toBe(2);
    expect(heldKey(drawingOf("seated-hamstring-stretch"))).toBe(2);
    for (const still of [drawingOf("walk-short"), draw({ base: "prone", keys: [{}], moves: [] })]) {
      expect(heldFor(still, 5)).toEqual({ drawing: still, held: null });
    }
  });
});

describe("a picture without the room above it", () => {
  it("loses nothing of the figure and keeps its width; a close-up keeps its own canvas", () => {
    const { y, h, x, w } = croppedCanvas(bridge);
    expect([x, w]).toEqual([bridge.canvas.x, bridge.canvas.w]);
    expect(h).toBeLessThan(bridge.canvas.h * 0.75);
    for (const parts of [
      ...bridge.frames,
      ...bridge.stills.map(({ arrows }) => arrows).filter(({ length }) => length),
    ]) {
      const extent = extentOf(parts);
      expect(extent.y).toBeGreaterThanOrEqual(y);
      expect(extent.y + extent.h).toBeLessThanOrEqual(y + h);
    }
    const close = drawingOf("pelvic-tilt");
    expect(croppedCanvas(close)).toBe(close.canvas);
  });
});
