import { pieceAt, spineAt, type Body } from "./body";
import { smoothLine, smoothRing, type Part } from "./shape";
import { add, dot, scale, subtract, within, type Frame, type Vector } from "./space";
import { angleOf, flatLength, flatMinus, flatPlus, flatTimes, inPart, project, type Flat, type View } from "./view";

/** Distances (cm) from the line of the spine to the front, to the back and to each side. */
type Ring = { front: number; back: number; half: number };
const ring = (front: number, back: number, half: number): Ring => ({ front, back, half });

/** Around the spine at an index: 0 root, 1 L5, 8 C7. */
const torsoRings: readonly (readonly [number, Ring])[] = [
  [0, ring(9, 10, 13)],
  [1, ring(12.6, 9.6, 15.4)],
  [2.5, ring(13, 6.2, 13.6)],
  [4, ring(13.2, 6.2, 13.8)],
  [5.6, ring(15.4, 7.2, 15.8)],
  [6.9, ring(14, 8, 17.2)],
  [7.5, ring(11, 8, 15.5)],
  [7.85, ring(7.6, 6.6, 10.5)],
  [8, ring(5.4, 5.2, 6.4)],
];

/** Around the pelvis at a height (cm) above the root. */
const pelvisRings: readonly (readonly [number, Ring])[] = [
  [-6.5, ring(7.5, 7.5, 10)],
  [-2, ring(9, 12, 16.5)],
  [4.5, ring(11.5, 11.8, 16)],
  [10.5, ring(12.6, 8.6, 15)],
  [13.5, ring(12.8, 7.2, 14.4)],
];

/** The left and right edge of a ring on the picture, when the trunk runs along `e` there. */
function edges(view: View, at: Vector, e: Flat, frame: Frame, { front, back, half }: Ring): readonly [Flat, Flat] {
  const n: Flat = [e[1], -e[0]];
  const forward = project(view, frame.x);
  const sideways = project(view, frame.z);
  const nf = forward[0] * n[0] + forward[1] * n[1];
  const nl = sideways[0] * n[0] + sideways[1] * n[1];
  const c = ((front - back) / 2) * nf;
  const h = Math.hypot(((front + back) / 2) * nf, half * nl);
  const centre = project(view, at);
  return [flatPlus(centre, flatTimes(n, c + h)), flatPlus(centre, flatTimes(n, c - h))];
}

const direction = (view: View, from: Vector, to: Vector): Flat => {
  const way = flatMinus(project(view, to), project(view, from));
  return flatTimes(way, 1 / Math.max(1e-6, flatLength(way)));
};

/** Where the torso's own axes lie: from the root toward C7. */
function torsoPlace(view: View, body: Body): { origin: Flat; angle: number } {
  const origin = project(view, body.root);
  return { origin, angle: angleOf(flatMinus(project(view, spineAt(body, 8)), origin)) };
}

export function torsoPart(view: View, body: Body, look: string): Part {
  const { origin, angle } = torsoPlace(view, body);
  const sides = torsoRings.map(([index, size]) => {
    const e = direction(view, spineAt(body, Math.max(0, index - 0.6)), spineAt(body, Math.min(8.4, index + 0.6)));
    const belly = index > 1.5 && index < 4.5 ? body.belly : 0;
    const frame = pieceAt(body.pieces, Math.min(7, Math.floor(Math.max(0, index - 0.5))));
    return edges(view, spineAt(body, index), e, frame, { ...size, front: size.front + belly });
  });
  const outline = [...sides.map(([left]) => left), ...sides.map(([, right]) => right).reverse()];
  return {
    key: "torso",
    look,
    x: origin[0],
    y: origin[1],
    angle,
    shape: smoothRing(outline.map((at) => inPart(origin, angle, at))),
  };
}

export function pelvisPart(view: View, body: Body, look: string): Part {
  const origin = project(view, body.root);
  const up = body.pelvis.y;
  const e = direction(view, [0, 0, 0], up);
  const angle = angleOf(e);
  const sides = pelvisRings.map(([height, size]) => {
    const at = within(body.pelvis, body.root, [height > 0 ? -0.2 * height : 0, height, 0]);
    return edges(view, at, e, body.pelvis, size);
  });
  const left = sides.map(([one]) => inPart(origin, angle, one));
  const right = sides.map(([, one]) => inPart(origin, angle, one)).reverse();
  // The open line from corner to corner, closed: the waistband stays a straight edge.
  return { key: "pelvis", look, x: origin[0], y: origin[1], angle, shape: [...smoothLine([...right, ...left]), ["Z"]] };
}

/** The line of the back from L5 to C7, a little toward the back. */
export function backLine(view: View, body: Body, look: string): Part {
  const { origin, angle } = torsoPlace(view, body);
  const points = [1, 2, 3, 4, 5, 6, 7, 8].map((index) => {
    const frame = pieceAt(body.pieces, index - 1);
    return inPart(origin, angle, project(view, add(spineAt(body, index), scale(frame.x, -2.5))));
  });
  return { key: "back line", look, x: origin[0], y: origin[1], angle, shape: smoothLine(points) };
}

/** Two lines on the shoulder blades, seen from behind; they come together as the shoulders go back. */
export function shoulderBlades(view: View, body: Body): Part[] {
  return (["R", "L"] as const).map((side) => {
    const out = side === "R" ? 1 : -1;
    const { shoulder } = body.arm[side];
    const rest = within(body.chest, spineAt(body, 8), [1.5, -6.5, 16.5 * out]);
    const inward = dot(subtract(shoulder, rest), body.chest.x) * 0.8;
    const at = (y: number, z: number): Flat =>
      project(view, within(body.chest, spineAt(body, 8), [-8, y, (z + inward) * out]));
    return {
      key: `blade${side}`,
      look: "blade",
      x: 0,
      y: 0,
      angle: 0,
      shape: smoothLine([at(-6, 10), at(-11, 5.4), at(-19, 6), at(-23, 9)]),
    };
  });
}
