import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { extentOf } from "@/lib/figure/canvas";
import { checkFigure, differenceOf, lookOf } from "@/lib/figure/checks";
import { draw, keyPicture, movingPicture, thumbSymbol } from "@/lib/figure/figure";
import { figures as bundled } from "@/prisma/content/bundled-figures";
import { checkFigures } from "@/prisma/content/check-figures";
import { loadContent } from "@/prisma/content/load";
import { loadFigures } from "@/prisma/content/load-figures";

const figures = loadFigures();
const all = Object.entries(figures);

describe.each(all)("the figure of %s", (id, record) => {
  const drawing = draw(record);

  it("keeps to the joints, the floor and what it touches, and to the exercise's tags", () => {
    expect(checkFigures({ [id]: record }, loadContent().exercises)).toEqual([]);
  });

  it("has the same parts, drawn with the same commands, in every step", () => {
    const commands = drawing.frames.map((parts) =>
      parts.map(({ key, shape }) => [key, shape.map(([command]) => command)]),
    );
    for (const frame of commands) expect(frame).toEqual(commands[0]);
  });

  it("stays on its canvas", () => {
    if (record.zoom) return;
    const { x, y, w, h } = drawing.canvas;
    for (const parts of drawing.frames) {
      const extent = extentOf(parts);
      expect(extent.x).toBeGreaterThanOrEqual(x);
      expect(extent.y).toBeGreaterThanOrEqual(y);
      expect(extent.x + extent.w).toBeLessThanOrEqual(x + w);
      expect(extent.y + extent.h).toBeLessThanOrEqual(y + h);
    }
  });

  it("is small enough to be sent with a page", () => {
    // Where the whole body turns, every part changes its shape.
    const limit = id === "log-roll-transfer" ? 8 : id === "chop-lift" ? 5 : 4;
    const moving = movingPicture(drawing);
    expect(moving).not.toContain("NaN");
    expect(brotliCompressSync(moving).length / 1024).toBeLessThanOrEqual(limit);
    expect(
      brotliCompressSync(drawing.stills.map((_, key) => keyPicture(drawing, key)).join("")).length / 1024,
    ).toBeLessThanOrEqual(4);
    expect(brotliCompressSync(thumbSymbol(id, drawing)).length / 1024).toBeLessThanOrEqual(1.5);
  });
});

describe("all figures", () => {
  it("are told apart", () => {
    const looks = all.map(([id, record]) => [id, lookOf(record)] as const);
    const twins = looks.flatMap(([id, look], index) =>
      looks.slice(index + 1).flatMap(([other, its]) => (differenceOf(look, its) < 2 ? [`${id} and ${other}`] : [])),
    );
    expect(twins).toEqual([]);
  });

  it("reach the built server", () => {
    expect(bundled).toEqual(figures);
  });
});

describe("a figure that cannot be shown", () => {
  it("names the key and the joint that is bent too far", () => {
    expect(
      checkFigure({ base: "standing", fk: ["footR"], keys: [{}, { hipR: 150, kneeR: 20 }], moves: ["legR"] }),
    ).toContainEqual({
      frame: "key 2",
      joint: "hipR",
      message: "hip flexion is 150°, allowed are -30° to 135°",
    });
  });

  it("names the limb whose target is out of reach", () => {
    const faults = checkFigure({ base: "seated", keys: [{}, { footR: [140] }], moves: ["legR"] });
    expect(
      faults.some(
        ({ joint, frame, message }) => joint === "footR" && frame === "key 2" && message.includes("from its target"),
      ),
    ).toBe(true);
  });

  it("names a heel below the floor", () => {
    const faults = checkFigure({ base: "seated", keys: [{}, { footR: [44, 1] }], moves: ["legR"] });
    expect(faults.map(({ joint }) => joint)).toContain("heelR");
  });

  it("names an angle of the world that the start does not have", () => {
    expect(checkFigure({ base: "standing", fk: ["footR"], keys: [{}, { thighR: 40 }], moves: ["legR"] })).toEqual([
      { frame: "all", joint: "record", message: "key 1: thighR is used by another key and has no value at the start" },
    ]);
  });

  it("shows more than the tags allow only under a problem of its own", () => {
    const { exercises } = loadContent();
    const problems = checkFigures(
      { bridge: { base: "supine", keys: [{}, { lumbar: 20 }], moves: ["torso"] } },
      exercises,
    );
    expect(problems.map(({ message }) => message)).toContain("bends the back forward, but the exercise has no FLEXION");
  });
});
