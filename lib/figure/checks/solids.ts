import { pointOf, spineAt, pieceAt, type Body } from "../body";
import { obstaclesOf, isBlockProp, type Block, type Ground } from "../furniture";
import { points, sides, type Point } from "../names";
import type { FigureProp } from "../record";
import { mix, within, type Vector } from "../space";
import type { FigureFault } from "./fault";

/** How far (cm) flesh may sink into the floor: shoes and hands, and the back on its mat. */
const floorBound = 1.5;
const backBound = 2;
/** How far (cm) it may sink into a seat, a wall or a bed: both give way. */
const blockBound = 2.5;

/** A ball of flesh around a point of the body (cm). */
type Flesh = { joint: string; at: Vector; radius: number; isBack?: boolean };

/** How thick (cm) the body is around a point that may touch something. */
const thickness: Readonly<Partial<Record<Point, number>>> = {
  kneeR: 5.3,
  kneeL: 5.3,
  elbowR: 3.9,
  elbowL: 3.9,
  wristR: 2.6,
  wristL: 2.6,
  palmR: 2.2,
  palmL: 2.2,
  heelR: 0,
  heelL: 0,
  ballR: 0,
  ballL: 0,
  tipR: 0,
  tipL: 0,
  head: 9.5,
};

/** Depth of the trunk before and behind the spine (cm) at an index of the spine. */
const trunk: readonly (readonly [index: number, front: number, back: number])[] = [
  [1.5, 12, 7.5],
  [2.5, 13, 6.2],
  [4, 13.2, 6.2],
  [5.6, 15.4, 7.2],
  [6.9, 14, 8],
];

/** The body as balls of flesh: joints, the middle of thighs and shanks, the front and back of the trunk. */
function fleshOf(body: Body): Flesh[] {
  const joints = points.flatMap((joint): Flesh[] => {
    const radius = thickness[joint];
    return radius === undefined ? [] : [{ joint, at: pointOf(body, joint), radius }];
  });
  const limbs = sides.flatMap((side): Flesh[] => {
    const { hip, knee, ankle } = body.leg[side];
    return [
      { joint: `thigh${side}`, at: mix(hip, knee, 0.35), radius: 7.4 },
      { joint: `thigh${side}`, at: mix(hip, knee, 0.7), radius: 6.2 },
      { joint: `shank${side}`, at: mix(knee, ankle, 0.5), radius: 4.4 },
    ];
  });
  const rings = trunk.flatMap(([index, front, back]): Flesh[] => {
    const frame = pieceAt(body.pieces, Math.floor(index - 0.5));
    const at = spineAt(body, index);
    return [
      { joint: "back", at: within(frame, at, [-back, 0, 0]), radius: 0, isBack: true },
      { joint: "front", at: within(frame, at, [front, 0, 0]), radius: 0, isBack: true },
    ];
  });
  return [...joints, ...limbs, ...rings];
}

/** What of a moment's body sinks into the floor, or into something solid that stands in this key. */
export function solidFaults(
  frame: string,
  body: Body,
  key: number,
  props: readonly FigureProp[],
  ground: Ground,
): FigureFault[] {
  if (props.some(({ name }) => name === "pool")) return [];
  const flesh = fleshOf(body);
  const standing = props.filter(({ keys }) => keys?.includes(key) !== false);
  const hasFloor = !standing.some(({ name }) => name === "bed");
  const floor = flesh.flatMap(({ joint, at, radius, isBack }): FigureFault[] => {
    const depth = radius - at[1];
    const bound = isBack ? backBound : floorBound;
    return !hasFloor || depth <= bound ? [] : [{ frame, joint, message: `is ${depth.toFixed(1)} cm below the floor` }];
  });
  const inside = standing.flatMap((prop) => {
    const { name } = prop;
    if (!isBlockProp(name)) return [];
    return obstaclesOf(name, prop, ground).flatMap((block) =>
      flesh.flatMap(({ joint, at, radius }): FigureFault[] => {
        const depth = depthIn(block, at, radius);
        return depth <= blockBound ? [] : [{ frame, joint, message: `is ${depth.toFixed(1)} cm inside the ${name}` }];
      }),
    );
  });
  return [...floor, ...inside];
}

/** How deep (cm) a ball of flesh lies in a block; 0 or less when it is outside. */
function depthIn({ low, high }: Block, at: Vector, radius: number): number {
  const out = [0, 1, 2].map((axis) =>
    Math.max((low[axis] ?? 0) - (at[axis] ?? 0), (at[axis] ?? 0) - (high[axis] ?? 0)),
  );
  const outside = Math.hypot(...out.map((far) => Math.max(0, far)));
  return outside > 0 ? radius - outside : radius - Math.max(...out);
}
