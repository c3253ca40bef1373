import type { Arm, Leg } from "./body";
import type { Part, Segment, Shape } from "./shape";
import { smoothRing } from "./shape";
import { turnZ, within, type Frame, type Vector } from "./space";
import { angleOf, flatLength, flatMinus, project, type Flat, type View } from "./view";

/** Radii at both ends, how far the front and back bulge, and where. */
type Bone = { r0: number; r1: number; front: number; back: number; at: number };

const boneShapes = {
  thigh: { r0: 8.4, r1: 5.6, front: 1.4, back: 0.9, at: 0.4 },
  shank: { r0: 5.5, r1: 3.4, front: 0.3, back: 3.6, at: 0.34 },
  upper: { r0: 5.1, r1: 3.9, front: 0.7, back: 0.5, at: 0.4 },
  fore: { r0: 3.9, r1: 2.5, front: 0.9, back: 0.9, at: 0.3 },
  hand: { r0: 2.6, r1: 2.1, front: 1.5, back: 1.2, at: 0.45 },
  thumb: { r0: 1.5, r1: 1.3, front: 0, back: 0, at: 0.5 },
  foot: { r0: 4, r1: 3.4, front: 0.5, back: 0.5, at: 0.5 },
  neck: { r0: 5.8, r1: 5.2, front: -0.5, back: -0.3, at: 0.5 },
} as const satisfies Record<string, Bone>;
export type BoneName = keyof typeof boneShapes;

/** A tapered bone from one point to another, its front toward `front`. */
export function bonePart(
  key: string,
  look: string,
  view: View,
  name: BoneName,
  from: Vector,
  to: Vector,
  front: Vector,
): Part {
  const start = project(view, from);
  const way = flatMinus(project(view, to), start);
  const long = flatLength(way);
  const angle = angleOf(way);
  const radians = (angle * Math.PI) / 180;
  const seen = project(view, front);
  const toFront = seen[0] * Math.sin(radians) - seen[1] * Math.cos(radians);
  return { key, look, x: start[0], y: start[1], angle, shape: boneShape(long, boneShapes[name], toFront) };
}

/** Along x from 0 to `long`; `toFront` is how much the front of the bone looks to the left of it (−1 to 1). */
function boneShape(long: number, { r0, r1, front, back, at }: Bone, toFront: number): Shape {
  const short = Math.min(1, long / 20);
  const middle = (front + back) / 2;
  // In half centimetres: a bone that turns about itself then mostly keeps its shape.
  const change = Math.round((front - back) * Math.max(-1, Math.min(1, toFront))) / 2;
  const radius = r0 + (r1 - r0) * at;
  const left = radius + (middle + change) * short;
  const right = radius + (middle - change) * short;
  const segments: Segment[] = [
    ["M", 0, -r0],
    ["Q", at * long, -left, long, -r1],
    ["A", r1, r1, 0, 0, 1, long, r1],
    ["Q", at * long, right, 0, r0],
    ["A", r0, r0, 0, 0, 1, 0, -r0],
    ["Z"],
  ];
  return segments;
}

const fromAnkle: readonly Flat[] = [
  [-2.9, 3.5],
  [-3.6, 0],
  [-6.2, -3],
  [-5.6, -6.6],
  [-1, -6.4],
  [6, -6],
];
const fromBall: readonly Flat[] = [
  [0, -1.3],
  [5.8, -1.3],
  [7.4, 0.3],
  [5.4, 2],
  [0.5, 2.8],
];
const instep: readonly Flat[] = [
  [8, -1.4],
  [3.6, 1.2],
  [3.3, 4],
];

/** Whether a foot shows its side; decided once for a movement. */
export const footShowsSide = (view: View, foot: Frame): boolean => flatLength(project(view, foot.x)) > 0.85;

/** How a foot is drawn: its side, the hull seen from the front, or a plain bone where it turns all the way round. */
export type FootLook = "side" | "front" | "bone";

function footPart(key: string, look: string, view: View, leg: Leg, kind: FootLook): Part {
  const [x, y] = project(view, leg.ankle);
  if (kind === "bone") {
    const [heel, toes] = [within(leg.foot, leg.ankle, [-2, -2.5, 0]), within(leg.foot, leg.ankle, [15, -3.4, 0])];
    return bonePart(key, look, view, "foot", heel, toes, leg.foot.y);
  }
  if (kind === "front") return { key, look, x, y, angle: 0, shape: footFromFront(view, leg) };
  const along = project(view, leg.foot.x);
  const up = project(view, leg.foot.y);
  const flip = along[0] * up[1] - along[1] * up[0] < 0 ? -1 : 1;
  const toe = (leg.toe * Math.PI) / 180;
  const turned = fromBall.map(([tx, ty]): Flat => [
    13 + tx * Math.cos(toe) - ty * Math.sin(toe),
    -5.3 + tx * Math.sin(toe) + ty * Math.cos(toe),
  ]);
  const points = [...fromAnkle, ...turned, ...instep].map(([px, py]): Flat => [px, py * flip]);
  return { key, look, x, y, angle: angleOf(along), shape: smoothRing(points) };
}

/** A rounded block: the hull of its corners, walked around in eight directions. */
function footFromFront(view: View, { foot, toe }: Leg): Shape {
  const ball: Vector = [13, -5.3, 0];
  const toes = turnZ(foot, toe);
  const block: Vector[] = [];
  for (const z of [-2.4, 2.4]) {
    for (const corner of [
      [-3.5, -4.2, z],
      [-1.5, 1.5, z * 0.8],
      [2, 1.5, z * 0.8],
      [11, -4.2, z * 1.25],
    ] as const) {
      block.push(within(foot, [0, 0, 0], corner));
    }
    block.push(within(toes, within(foot, [0, 0, 0], ball), [4.6, 1.2, z]));
  }
  const flat = block.map((corner) => project(view, corner));
  const ring = Array.from({ length: 8 }, (_, index): Flat => {
    const angle = (index * Math.PI) / 4;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const far = flat.reduce((best, one) => (one[0] * c + one[1] * s > best[0] * c + best[1] * s ? one : best));
    return [far[0] + 3 * c, far[1] + 3 * s];
  });
  return smoothRing(ring);
}

type LimbParts = { line: readonly Part[]; fill: readonly Part[] };

/** The same pieces twice: as one outline, then filled without a line between them. */
function limbParts(name: string, pieces: readonly Part[], isMoving: boolean): LimbParts {
  const move = isMoving ? " move" : "";
  return {
    line: pieces.map((piece) => ({
      ...piece,
      key: `${piece.key} line`,
      look: `line${/^(skin|shoe)/.test(piece.look) ? "" : move}`,
    })),
    fill: pieces,
  };
}

export function armParts(
  name: string,
  view: View,
  arm: Arm,
  shoulder: Vector,
  { isFar, isMoving, hasThumb }: { isFar: boolean; isMoving: boolean; hasThumb: boolean },
): LimbParts {
  const far = isFar ? " far" : "";
  const sleeve = (isMoving ? "move" : "top") + far;
  const skin = `skin${far}`;
  const inward = within(arm.hand, [0, 0, 0], [0, 0, name.endsWith("R") ? -1 : 1]);
  const fingers = within(arm.hand, arm.wrist, [0, -13, 0]);
  const inHand = (x: number, y: number, z: number): Vector => {
    const at = within(arm.hand, arm.wrist, [x, y, 0]);
    return [at[0] + inward[0] * z, at[1] + inward[1] * z, at[2] + inward[2] * z];
  };
  return limbParts(
    name,
    [
      bonePart(`${name} hand`, skin, view, "hand", arm.wrist, fingers, arm.hand.x),
      ...(hasThumb
        ? [bonePart(`${name} thumb`, skin, view, "thumb", inHand(1.2, -3, 1.4), inHand(3.6, -9, 2.4), arm.hand.x)]
        : []),
      bonePart(`${name} upper`, sleeve, view, "upper", shoulder, arm.elbow, arm.upper.x),
      bonePart(`${name} fore`, sleeve, view, "fore", arm.elbow, arm.wrist, arm.fore.x),
    ],
    isMoving,
  );
}

export type LegLook = {
  isFar: boolean;
  isMoving: boolean;
  footMoves: boolean;
  foot: FootLook;
  hasShoes: boolean;
  shankFirst: boolean;
};

export function legParts(name: string, view: View, leg: Leg, look: LegLook): LimbParts {
  const far = look.isFar ? " far" : "";
  const trousers = (look.isMoving ? "move" : "trousers") + far;
  const foot = (look.footMoves ? "move" : look.hasShoes ? "shoe" : "skin") + far;
  const thigh = bonePart(`${name} thigh`, trousers, view, "thigh", leg.hip, leg.knee, leg.thigh.x);
  const shank = bonePart(`${name} shank`, trousers, view, "shank", leg.knee, leg.ankle, leg.shank.x);
  const parts = limbParts(
    name,
    [footPart(`${name} foot`, foot, view, leg, look.foot), ...(look.shankFirst ? [shank, thigh] : [thigh, shank])],
    look.isMoving || look.footMoves,
  );
  return parts;
}
