import { brotliCompressSync, constants } from "node:zlib";
import { describe, expect, it } from "vitest";
import { checkFigure } from "@/lib/figure/checks";
import { twinsAmong } from "@/lib/figure/checks/likeness";
import { stillFile, thumbSymbol } from "@/lib/figure/files";
import { cardPicture, draw, keyPicture, movingPicture } from "@/lib/figure/figure";
import { painted } from "@/lib/figure/paints";
import { figures as bundled } from "@/prisma/content/bundled-figures";
import { checkFigures } from "@/prisma/content/check-figures";
import { loadContent } from "@/prisma/content/load";
import { loadFigures } from "@/prisma/content/load-figures";
import { looksInCss } from "./looks-of-css";

const figures = loadFigures();
const { exercises } = loadContent();
// Drawn once for all tests: this is most of their time.
const drawings = Object.fromEntries(Object.entries(figures).map(([id, record]) => [id, draw(record)]));

/** Kilobytes on the wire; the slow, best compression only for what the fast one does not bring under the limit. */
function kilobytes(text: string, limit: number): number {
  const fast = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length / 1024;
  return fast <= limit ? fast : brotliCompressSync(text).length / 1024;
}

describe("all figures", () => {
  it("are there for every exercise, and for nothing else", () => {
    expect(Object.keys(figures).sort()).toEqual(Object.keys(exercises).sort());
  });

  it("keep to joints, floor, things, contacts, speed, pictures, equipment and the exercise's tags", () => {
    expect(checkFigures(figures, exercises, drawings)).toEqual([]);
  });

  it("are small enough to be sent with a page", () => {
    const tooLarge = Object.entries(drawings).flatMap(([id, drawing]) => {
      const moving = movingPicture(drawing);
      const strip = drawing.stills.map((_, key) => keyPicture(drawing, key)).join("");
      const limit = drawing.scene.isTurning ? 6 : 4;
      const sizes = [
        ["moving", kilobytes(moving, limit), limit],
        ["strip", kilobytes(strip, 4), 4],
        ["thumb", kilobytes(thumbSymbol(id, drawing), 1.5), 1.5],
        ["still", kilobytes(stillFile(drawing), 4), 4],
      ] as const;
      if (moving.includes("NaN")) return [`${id} has a place that is no number`];
      return sizes.flatMap(([picture, size, most]) =>
        size <= most ? [] : [`${id}: ${picture} has ${size.toFixed(1)} kB, at most ${String(most)}`],
      );
    });
    expect(tooLarge).toEqual([]);
  });

  it("look the same in files of their own as in a page, in the page's colors", () => {
    const inCss = looksInCss();
    const pictures = Object.values(drawings).map(cardPicture).join("");
    const looks = new Set([...pictures.matchAll(/ class="([^"]*)"/g)].map(([, look = ""]) => look));
    expect(looks.size).toBeGreaterThan(40);
    for (const look of looks) {
      const attributes = painted(`<path class="${look}"/>`).matchAll(/ ([\w-]+)="([^"]*)"/g);
      expect([look, Object.fromEntries([...attributes].map(([, name, value]) => [name, value]))]).toEqual([
        look,
        inCss(look),
      ]);
    }
    const colors = [...painted(pictures).matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, color]) => color);
    expect(colors.filter((color) => !/^var\(--(color|figure)-[\w-]+[,)]/.test(color ?? ""))).toEqual([]);
  });

  it("are told apart", () => {
    expect(twinsAmong(drawings)).toEqual([]);
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
});
