import { describe, expect, it } from "vitest";
import { pointOf, type Body } from "@/lib/figure/body";
import { sides, type Point, type Side } from "@/lib/figure/names";
import type { FigureRecord } from "@/lib/figure/record";
import { setUp } from "@/lib/figure/setup";
import { isMirroredFor, workedSide } from "@/lib/figure/sides";
import { solve } from "@/lib/figure/solve";
import { distance } from "@/lib/figure/space";
import { loadFigures } from "@/prisma/content/load-figures";

const figures = loadFigures();
const all = Object.entries(figures);

/** How far (cm) the limbs of one side go over the keys. */
function travel(record: FigureRecord, side: Side): number {
  const setup = setUp(record);
  const bodies = setup.keys.map((key): Body => solve(key, setup));
  const points: readonly Point[] = [`knee${side}`, `ankle${side}`, `tip${side}`, `elbow${side}`, `wrist${side}`];
  return points.reduce(
    (sum, point) =>
      sum +
      bodies.reduce((path, body, index) => {
        const before = bodies[index - 1];
        return before ? path + distance(pointOf(before, point), pointOf(body, point)) : path;
      }, 0),
    0,
  );
}

describe("the side that a figure shows at work", () => {
  const oneSided = all.flatMap(([id, record]) => {
    const side = workedSide(record);
    return side && !record.side ? [{ id, record, side }] : [];
  });

  it("is the side whose limbs go farther, wherever it is read off the moving parts", () => {
    // Work that hardly moves; one arm and the other leg; a leg that stays: it carries the body, or is stretched by it.
    const stay = ["quad-set", "cervical-isometric", "bird-dog", "dead-bug", "stair-walking", "step-up"];
    const stretched = ["calf-stretch", "hip-flexor-stretch", "piriformis-stretch"];
    const alike = [...stay, ...stretched];
    const wrong = oneSided.flatMap(({ id, record, side }) => {
      const other = side === "R" ? "L" : "R";
      return !alike.includes(id) && travel(record, side) <= travel(record, other) ? [id] : [];
    });
    expect(wrong).toEqual([]);
    expect(oneSided.length).toBeGreaterThan(25);
  });

  it("is known of every exercise that is done on one side at a time", () => {
    // Both sides work; only what a hand holds, or a foot that steps ahead, is not the same on both.
    const both = ["hip-hinge-drill", "mini-squat", "pec-doorway-stretch", "weight-shift"];
    const bySituation = ["paced-activity-quota", "work-simulation"];
    const unknown = all.flatMap(([id, record]) => {
      if (workedSide(record) || record.cycle !== undefined || record.drive) return [];
      return Math.abs(travel(record, "R") - travel(record, "L")) > 8 ? [id] : [];
    });
    expect(unknown.toSorted()).toEqual([...both, ...bySituation].toSorted());
  });

  it("is the person's own side after the picture is turned round, for every figure", () => {
    for (const [, record] of all) {
      const drawn = workedSide(record);
      if (!drawn) {
        expect([isMirroredFor(record, "left"), isMirroredFor(record, "right")]).toEqual([false, false]);
        continue;
      }
      const shown = (wanted: string) => (isMirroredFor(record, wanted) ? sides.find((side) => side !== drawn) : drawn);
      expect([shown("left"), shown("right"), shown("both"), shown("alternate")]).toEqual(["L", "R", drawn, drawn]);
    }
  });

  it("is the leg of one arm and the other leg, and what the record says before all", () => {
    expect(workedSide({ base: "quadruped", keys: [{}], moves: ["armR", "legL"] })).toBe("L");
    expect(workedSide({ base: "standingFront", keys: [{}], moves: ["legL"], side: "R" })).toBe("R");
    expect(workedSide({ base: "standing", keys: [{}], moves: ["armR", "armL"] })).toBeNull();
  });

  it("stands in no caption: a picture that is turned round would say the opposite", () => {
    const words = /\b(left|right|izquierd[ao]s?|derechas?)\b/i;
    const wrong = all.flatMap(([id, { keys }]) =>
      keys.flatMap(({ say }) => (say && words.test(`${say.en} ${say.es}`) ? [id] : [])),
    );
    expect(wrong).toEqual([]);
  });
});
