import { describe, expect, it } from "vitest";
import { inWords } from "@/prisma/content/problem";
import { checkFigures } from "@/prisma/content/check-figures";
import { loadContent } from "@/prisma/content/load";
import { loadFigures } from "@/prisma/content/load-figures";

const { exercises } = loadContent();
const { bridge, ...figures } = loadFigures();
const { "band-row": bandRow, "walk-short": walk } = figures;
if (!bridge || !bandRow || !walk) throw new Error("these figures ship");

const linesOf = (changed: Parameters<typeof checkFigures>[0]) => checkFigures(changed, exercises).map(inWords);

describe("the content check refuses a figure and names exercise, frame and joint", () => {
  it("for a pose beyond a joint's limits", () => {
    const [start = {}, end = {}] = bridge.keys;
    expect(linesOf({ bridge: { ...bridge, keys: [start, { ...end, neck: 70 }] } })).toContain(
      "figures/bridge.json: key 2: neck: neck is 70°, allowed are -60° to 55°",
    );
  });

  it("for a target out of reach", () => {
    const [start = {}, end = {}] = bridge.keys;
    const lines = linesOf({ bridge: { ...bridge, keys: [start, { ...end, footR: [120] }] } });
    expect(lines).toContainEqual(
      expect.stringMatching(/^figures\/bridge\.json: key 2: footR: ends \d+\.\d+ cm from its target$/),
    );
  });

  it("for equipment that is not drawn", () => {
    expect(linesOf({ "band-row": { ...bandRow, props: [] }, "walk-short": { ...walk, shoes: false } })).toEqual([
      "figures/band-row.json: all: equipment: resistance band is not drawn",
      "figures/walk-short.json: all: equipment: supportive shoes is not drawn",
    ]);
  });

  it("for a bend that the exercise's tags do not name", () => {
    const lines = linesOf({ bridge: { ...bridge, start: { ...bridge.start, lumbar: 14 } } });
    expect(lines).toContainEqual(
      expect.stringMatching(/bends the low back forward \d+°, but the exercise has no FLEXION$/),
    );
  });

  it("for a figure of no exercise", () => {
    expect(linesOf({ nothing: bridge })).toEqual(["figures/nothing.json: file: no exercise has this id"]);
  });
});
