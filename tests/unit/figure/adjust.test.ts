import { describe, expect, it } from "vitest";
import { adjustPose, withMoves } from "@/lib/figure/adjust";
import { handleOfFault } from "@/lib/figure/fault-handle";
import { handlesOf, poseValues } from "@/lib/figure/handles";
import { inspect } from "@/lib/figure/inspect";
import type { FigureRecord } from "@/lib/figure/record";
import { workedSide } from "@/lib/figure/sides";
import { figures } from "@/prisma/content/bundled-figures";

function shipped(code: string): FigureRecord {
  const record = figures[code];
  if (!record) throw new Error(`no figure ${code}`);
  return record;
}
const still = [{ tag: "NEUTRAL_SPINE" }];

describe("adjusting a figure", () => {
  it("changes one number of one picture, of one side, and leaves the rest as it was", () => {
    const before = shipped("sit-to-stand");
    const after = adjustPose(before, 1, "elR", 44.44);
    const [was, is] = [poseValues(before), poseValues(after)];
    expect(is[1]?.["elR"]).toBe(44.4);
    expect({ ...is[1], elR: 0 }).toEqual({ ...was[1], elR: 0 });
    expect([is[0], is[2]]).toEqual([was[0], was[2]]);
    expect(before).toEqual(shipped("sit-to-stand"));
  });

  it("moves a foot that is held along one axis, the other axes from where they stood", () => {
    const slid = adjustPose(adjustPose(shipped("heel-slide"), 1, "footR.0", 112), 0, "footR.1", 7);
    expect(slid.keys[1]?.footR).toEqual([112, 8, null]);
    expect(poseValues(slid)[0]).toMatchObject({ "footR.0": 82, "footR.1": 7, "footR.2": 9 });
  });

  it("offers what moves first, joints by their bounds, and nothing that a contact or a generator decides", () => {
    const handles = handlesOf(shipped("heel-slide"));
    expect(handles.slice(0, 3).every(({ isMoving }) => isMoving)).toBe(true);
    const named = new Map(handles.map((handle) => [handle.name, handle]));
    expect(named.get("lumbar")).toMatchObject({ low: -35, high: 45, group: "spine", unit: "°", isMoving: false });
    expect(named.get("footR.0")).toMatchObject({ unit: "cm", group: "legR", isMoving: true });
    expect(["x", "kneeR", "hipR"].filter((name) => named.has(name))).toEqual([]);
    const walk = handlesOf(shipped("walk-short")).map(({ name }) => name);
    expect(walk.filter((name) => /^(hip|knee|ankle)[RL]$/.test(name))).toEqual([]);
  });

  it("gives every shipped figure numbers within its sliders, without losing one on the way", () => {
    const outside = Object.entries(figures).flatMap(([code, record]) =>
      handlesOf(record).flatMap(({ name, low, high }) =>
        poseValues(record).flatMap((values) => {
          const value = values[name] ?? 0;
          return value >= low && value <= high ? [] : [`${code} ${name}`];
        }),
      ),
    );
    expect(outside).toEqual([]);
  });
});

describe("the parts in the strong colour", () => {
  const slide = shipped("heel-slide");
  const sideOf = (...chosen: FigureRecord["moves"][]) =>
    workedSide(chosen.reduce((record, moves) => withMoves(record, moves, slide), slide));

  it("do not change which side the picture shows, unless they name the other one alone", () => {
    expect(workedSide(slide)).toBe("R");
    expect([sideOf([]), sideOf(["torso"]), sideOf(["legR", "legL"])]).toEqual(["R", "R", "R"]);
    expect([sideOf(["legL"]), sideOf(["legR", "legL"], ["legL"]), sideOf([], ["legR"])]).toEqual(["L", "L", "R"]);
  });

  it("leave what ships as it is where they are chosen as it has them, and a side that it names", () => {
    expect(withMoves(withMoves(slide, [], slide), slide.moves, slide)).toEqual(slide);
    const named: FigureRecord = { base: "standing", keys: [{}], moves: ["legL"], side: "R" };
    expect(withMoves(named, [], named).side).toBe("R");
    const neither: FigureRecord = { base: "standing", keys: [{}], moves: ["armR", "armL"] };
    expect(withMoves(neither, ["torso"], neither)).toEqual({ ...neither, moves: ["torso"] });
  });
});

describe("what is wrong with an adjusted figure", () => {
  const faultsOf = (record: FigureRecord, tags = still) =>
    inspect(record, tags).faults.map(({ key, joint, kind }) => `${String(key)} ${joint} ${kind}`);

  it("is named at picture and joint, once, and shown beside a number that moves the joint", () => {
    const bent = adjustPose(shipped("biceps-curl"), 1, "elR", 170);
    const found = inspect(bent, still).faults.find(({ kind, joint }) => kind === "beyond" && joint === "elbowR");
    expect(found).toMatchObject({ key: 1, isOnTheWay: false, angle: { is: 170, low: 0, high: 157 } });
    expect(found && handleOfFault(found, handlesOf(bent))?.name).toBe("elR");
    const arm = faultsOf(bent).filter((fault) => fault.endsWith("elbowR beyond"));
    expect(arm).toEqual(["1 elbowR beyond"]);
    const arched = adjustPose(shipped("bridge"), 1, "pitch", -150);
    const hip = inspect(arched, still).faults.find(({ joint }) => joint === "hipR");
    expect(hip && handleOfFault(hip, handlesOf(shipped("bridge")))?.name).toBe("pitch");
  });

  it("is of each kind: out of reach, through the floor, too fast, against the tags, not to be drawn", () => {
    const far = adjustPose(shipped("heel-slide"), 1, "footR.0", 160);
    expect(faultsOf(far)).toContain("1 footR reach");
    const reach = inspect(far, still).faults.find(({ kind }) => kind === "reach");
    expect(reach && handleOfFault(reach, handlesOf(far))?.name).toBe("footR.0");
    expect(faultsOf(adjustPose(shipped("heel-slide"), 1, "footR.1", -8)).join()).toMatch(/floor/);
    const quick = shipped("sit-to-stand");
    expect(faultsOf({ ...quick, keys: quick.keys.map((key) => ({ ...key, move: 0.1 })) }).join()).toMatch(/fast/);
    const bent = adjustPose(shipped("bridge"), 1, "lumbar", 20);
    expect(faultsOf(bent)).toContain("1 spine tags");
    expect(faultsOf(bent, [{ tag: "FLEXION" }])).not.toContain("1 spine tags");
    const nods = adjustPose(shipped("seated-knee-extension"), 1, "neck", 40);
    expect([faultsOf(nods), faultsOf(nods, [{ tag: "FLEXION" }])]).toEqual([["1 spine tags"], []]);
    const bridge = shipped("bridge");
    const flashing = { ...bridge, back: 0, keys: bridge.keys.map((key) => ({ ...key, move: 0, hold: 0.1 })) };
    expect(faultsOf(flashing)).toEqual(["0 record fast", "1 record fast"]);
    expect(faultsOf({ ...shipped("bridge"), keys: [{}, { shankR: 10 }] })).toEqual(["0 record other"]);
  });

  it("is nothing in what ships", () => {
    expect(faultsOf(shipped("bridge"))).toEqual([]);
  });
});
