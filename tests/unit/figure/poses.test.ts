import { expect, it } from "vitest";
import { draw } from "@/lib/figure/figure";
import { shownBy } from "@/lib/figure/poses";
import type { FigureRecord } from "@/lib/figure/record";

const shown = (record: Partial<FigureRecord>) => shownBy(draw({ base: "standing", moves: [], keys: [{}], ...record }));

it("names the joints that move, the most first, and what stays", () => {
  const { moves, held } = shown({ keys: [{ shR: 0 }, { shR: 90, elR: 42 }] });
  expect(moves).toEqual(["right shoulder 90°", "right elbow 30°"]);
  expect(held).toEqual(expect.arrayContaining(["back", "hips", "right foot", "left hand"]));
  expect(held).not.toContain("right hand");
});

it("does not call a back still that bends on the way", () => {
  expect(shown({ keys: [{}, { lumbar: 12 }] }).held).not.toContain("back");
});

it("says how far the hips travel, and that the feet stay", () => {
  const { moves, held } = shown({ keys: [{}, { y: 75 }] });
  expect(moves).toContain("hips travel 15 cm");
  expect(held).toEqual(expect.arrayContaining(["left foot", "right foot"]));
  expect(held).not.toContain("hips");
});
