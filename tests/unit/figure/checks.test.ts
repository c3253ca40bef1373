import { describe, expect, it } from "vitest";
import { checkFigure, drawingFaults } from "@/lib/figure/checks";
import { twinsAmong } from "@/lib/figure/checks/likeness";
import { pictureFaults } from "@/lib/figure/checks/picture";
import { draw } from "@/lib/figure/figure";
import { hipAngles, spineAngles } from "@/lib/figure/measure";
import type { FigureRecord } from "@/lib/figure/record";
import { tagFaults } from "@/lib/figure/tag-faults";

const messagesOf = (record: FigureRecord) => checkFigure(record).map(({ joint, message }) => `${joint} ${message}`);
const say = { en: "Stand.", es: "De pie." };

describe("angles are read back from the solved body", () => {
  it("as they were given, in all three directions at once", () => {
    const { movement } = draw({
      base: "standing",
      fk: ["footR"],
      keys: [
        {},
        { lumbar: 12, lumbarSide: -9, lumbarRot: 6, thoraxRot: 14, neckSide: 20, hipR: 40, hipAbdR: 15, hipRotR: 25 },
      ],
      moves: ["legR"],
    });
    const [, body] = movement.keys;
    if (!body) throw new Error("two keys were given");
    const spine = spineAngles(body);
    expect(spine.lumbar).toBeCloseTo(12);
    expect(spine.lumbarSide).toBeCloseTo(-9);
    expect(spine.lumbarRot).toBeCloseTo(6);
    expect(spine.thoraxRot).toBeCloseTo(14);
    expect(spine.neckSide).toBeCloseTo(20);
    const hip = hipAngles(body, "R");
    expect([hip.flexion, hip.abduction, hip.rotation].map(Math.round)).toEqual([40, 15, 25]);
  });
});

describe("a body that no person could show", () => {
  it.each([
    ["a hip turned too far", { keys: [{}, { hipRotR: 80 }], fk: ["footR"] }, /^hipR hip rotation is 80°/],
    ["a wrist bent back", { keys: [{}, { wrL: -85 }] }, /^wristL wrist is -85°/],
    ["toes pulled up too far", { keys: [{}, { ankleR: 38 }], fk: ["footR"] }, /^ankleR ankle is 38°/],
    ["an upper back bent to the side", { keys: [{}, { thoraxSide: 27 }] }, /^thoraxSide thoraxSide is 27°/],
    ["a hand that is too fast", { keys: [{}, { shR: 90, move: 0.4 }] }, /^wristR moves \d+ cm\/s, at most 100/],
    [
      "a picture that only flashes",
      { keys: [{ hold: 0.1 }, { elR: 10, move: 0, hold: 0.1 }], back: 0 },
      /^record is shown/,
    ],
    ["a loop without time", { keys: [{}, { elR: 10 }], cycle: 0 }, /^record is shown for 0\.00 s, at least 0\.7$/],
    ["a hand that jumps", { keys: [{}, { shR: 90, shL: 90, move: 0 }], cycle: 0.2 }, /^wristR jumps|^wristR moves/],
    [
      "a body in a wall",
      { keys: [{}, { x: 26, y: 86 }], props: [{ name: "wallAhead", at: [30] }] },
      /inside the wallAhead/,
    ],
    [
      "a sitter in the seat",
      { base: "seated", keys: [{}, { y: 50 }] },
      /^thighR is 3\.\d cm inside the chair|inside the chair/,
    ],
    [
      "a sleeper in the mat",
      { base: "supine", anchor: null, keys: [{}, { y: 6 }] },
      /^back is \d\.\d cm below the floor/,
    ],
  ] satisfies [string, Partial<FigureRecord>, RegExp][])("%s", (_, record, expected) => {
    const found = messagesOf({ base: "standing", moves: ["armR"], ...record });
    expect(found).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
  });

  it("slides on what it touches: a foot whose root moves out of its reach between two keys", () => {
    const found = messagesOf({
      base: "standing",
      moves: ["legR"],
      keys: [
        { x: -30, y: 84 },
        { x: 30, y: 98 },
        { x: -30, y: 84 },
      ],
    });
    expect(found).toEqual(expect.arrayContaining([expect.stringMatching(/^foot[RL] slides/)]));
  });

  it("is not found in a quiet lift of the arm", () => {
    expect(messagesOf({ base: "standing", moves: ["armR"], keys: [{}, { shR: 80 }] })).toEqual([]);
  });
});

describe("a picture that would mislead", () => {
  const standing = (record: Partial<FigureRecord>) =>
    pictureFaults(draw({ base: "standing", moves: ["armR"], keys: [{ say }, { shR: 80, say }], ...record })).map(
      ({ joint, message }) => `${joint}: ${message}`,
    );
  it.each([
    ["no caption", { keys: [{ say }, { shR: 80 }] }, "say: has no caption"],
    ["one pose for a movement", { keys: [{ say }] }, "keys: 1 key poses, 2 to 4 are shown"],
    [
      "a movement too small to see",
      { keys: [{ say }, { shR: 4, say }], arrows: [{ of: "wristR" }] },
      /^wristR: travels/,
    ],
    ["an arrow on the body", { arrows: [{ at: "chest", off: [0, 0], go: [0, 16] }] }, /^arrow 0: is -\d+\.\d cm from/],
    ["an arrow to no key", { arrows: [{ of: "wristR", to: 5 }] }, "arrow 1: names a key that is not there"],
  ] satisfies [string, Partial<FigureRecord>, string | RegExp][])("%s", (_, record, expected) => {
    expect(standing(record)).toContainEqual(expect.stringMatching(expected));
  });

  it("is not found in a plain one", () => {
    expect(standing({})).toEqual([]);
  });

  it("shows another order of layers, or gaping bones, only by a fault in the drawing", () => {
    const drawing = draw({ base: "standing", moves: ["armR"], keys: [{ say }, { shR: 80, say }] });
    const [first, second = [], ...rest] = drawing.frames;
    if (!first) throw new Error("a drawing has frames");
    expect(pictureFaults({ ...drawing, frames: [first, [...second].reverse(), ...rest] })).toContainEqual(
      expect.objectContaining({ joint: "layers" }),
    );
    const apart = drawing.frames.map((parts) =>
      parts.map((part) => (part.key === "armR fore" ? { ...part, x: part.x + 3 } : part)),
    );
    expect(drawingFaults({ ...drawing, frames: apart })).toContainEqual(
      expect.objectContaining({ joint: "armR fore" }),
    );
  });
});

describe("picture and safety tags", () => {
  const wordsOf = (keys: FigureRecord["keys"], tags: { tag: string; region: string | null }[], start = {}) => [
    ...new Set(
      tagFaults({ base: "standing", start, keys, moves: [] }, tags).map(({ message }) => message.replace(/ \d+°/, "")),
    ),
  ];
  it.each([
    [{ lumbar: 9 }, "bends the low back forward, but the exercise has no FLEXION"],
    [{ lumbar: -9 }, "bends the low back backward, but the exercise has no EXTENSION"],
    [{ thoraxRot: -4, lumbarRot: -4 }, "turns the back, but the exercise has no ROTATION"],
    [{ lumbarSide: 8 }, "bends the back to the side, but the exercise has no LATERAL_FLEXION"],
    [{ neckRot: 20 }, "turns the neck, but the exercise has no ROTATION"],
  ])("disagree over %o", (key, expected) => {
    expect(wordsOf([{}, key], [])).toEqual([expected]);
  });

  it("disagree over a start that is bent already, and half-way between two keys", () => {
    expect(wordsOf([{}, {}], [], { lumbar: 20 })).toHaveLength(1);
    const { steps } = draw({ base: "standing", keys: [{}, { lumbar: 20 }], moves: [] }).movement;
    expect(tagFaults({ base: "standing", keys: [{}, { lumbar: 20 }], moves: [] }, []).length).toBeGreaterThan(2);
    expect(steps.length).toBeGreaterThan(4);
  });

  it("agree where the tag names the region, not where it names another", () => {
    const keys = [{}, { lumbar: 20 }];
    expect(wordsOf(keys, [{ tag: "FLEXION", region: "LUMBAR" }])).toEqual([]);
    expect(wordsOf(keys, [{ tag: "FLEXION", region: null }])).toEqual([]);
    expect(wordsOf(keys, [{ tag: "FLEXION", region: "CERVICAL" }])).toHaveLength(1);
  });
});

it("figures are twins when they look alike and their joints are within two centimetres", () => {
  const one = draw({ base: "standing", keys: [{}, { shR: 80 }], moves: ["armR"] });
  const other = draw({ base: "standing", keys: [{}, { shR: 83 }], moves: ["armR"] });
  const different = draw({ base: "standing", keys: [{}, { shR: 160 }], moves: ["armR"] });
  expect(twinsAmong({ one, other, different })).toEqual(["one and other"]);
});
