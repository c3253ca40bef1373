import { pieceAt, type Body, type Leg } from "./body";
import type { Side } from "./names";
import { dot, type Frame } from "./space";

const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** The angle within a turn that begins at `from` (degrees). */
const wrapped = (angle: number, from: number): number => angle - 360 * Math.floor((angle - from) / 360);

/** The three turns (degrees) that lead from one frame to another: about z, then x, then y; the way back of `turnZ`, `turnX` and `turnY`. */
function turnsBetween(from: Frame, to: Frame): { z: number; x: number; y: number } {
  const [px, py, pz] = [dot(to.y, from.x), dot(to.y, from.y), dot(to.y, from.z)];
  const z = Math.atan2(-px, py);
  const [c, s] = [Math.cos(z), Math.sin(z)];
  const along = (axis: Frame["x"]): number => dot(axis, from.x) * c + dot(axis, from.y) * s;
  return {
    z: degrees(z),
    x: degrees(Math.atan2(pz, Math.hypot(px, py))),
    y: degrees(Math.atan2(along(to.z), along(to.x))),
  };
}

/** Bend at rest (degrees, forward) of the pieces of lumbar, thorax and neck, and where they begin. */
const regions = {
  lumbar: { first: 1, rest: [20, -8, -7] },
  thorax: { first: 4, rest: [-3, 7, 8, 8] },
  neck: { first: 8, rest: [8, -6] },
} as const;
type Region = keyof typeof regions;
export type SpineAngle = Region | `${Region}Side` | `${Region}Rot`;

/** How the spine of a solved body is bent (degrees against the posture of rest): forward, to the right, turned to the right. */
export function spineAngles({ pieces }: Body): Record<SpineAngle, number> {
  const sum = (region: Region) => {
    const { first, rest } = regions[region];
    const turns = rest.map((_, index) =>
      turnsBetween(pieceAt(pieces, first + index - 1), pieceAt(pieces, first + index)),
    );
    const total = (of: (turn: { z: number; x: number; y: number }) => number) =>
      turns.reduce((all, turn) => all + of(turn), 0);
    return {
      bend: -total(({ z }) => z) - rest.reduce((all, one) => all + one, 0),
      side: total(({ x }) => x),
      turn: -total(({ y }) => y),
    };
  };
  const [lumbar, thorax, neck] = [sum("lumbar"), sum("thorax"), sum("neck")];
  return {
    lumbar: lumbar.bend,
    lumbarSide: lumbar.side,
    lumbarRot: lumbar.turn,
    thorax: thorax.bend,
    thoraxSide: thorax.side,
    thoraxRot: thorax.turn,
    neck: neck.bend,
    neckSide: neck.side,
    neckRot: neck.turn,
  };
}

/** Flexion, abduction and outward rotation of a hip (degrees). */
export function hipAngles(body: Body, side: Side): { flexion: number; abduction: number; rotation: number } {
  const out = side === "R" ? 1 : -1;
  const { z, x, y } = turnsBetween(body.pelvis, body.leg[side].thigh);
  return { flexion: wrapped(z, -90), abduction: -out * x, rotation: -out * y };
}

/** How far a bone is bent forward against the one before (degrees, −90 to 270). */
export function bendOf(before: Frame, after: Frame): number {
  return wrapped(degrees(Math.atan2(-dot(after.y, before.x), dot(after.y, before.y))), -90);
}

/** Toes up (degrees, + from a right angle between shank and foot). */
export function ankleAngle({ foot, shank }: Leg): number {
  return degrees(Math.atan2(dot(foot.x, shank.y), Math.hypot(dot(foot.x, shank.x), dot(foot.x, shank.z))));
}

/** How far an upper arm points behind the plane of the trunk (degrees); nothing while it is raised above the shoulder. */
export function armBehind(body: Body, side: Side): number {
  const { upper } = body.arm[side];
  const { chest } = body;
  return dot(upper.y, chest.y) < -0.3
    ? 0
    : degrees(Math.atan2(dot(upper.y, chest.x), Math.hypot(dot(upper.y, chest.y), dot(upper.y, chest.z))));
}

/** How far a hand is bent toward the crease of the elbow (degrees, − toward its other side). */
export function wristAngle(body: Body, side: Side): number {
  const { hand, fore } = body.arm[side];
  return degrees(
    Math.atan2(
      -dot(hand.y, fore.x),
      Math.hypot(dot(hand.y, fore.y), dot(hand.y, fore.z)) * Math.sign(dot(hand.y, fore.y)),
    ),
  );
}

/** The angle between two directions (degrees). */
export const angleBetween = (a: Frame["x"], b: Frame["x"]): number =>
  degrees(Math.acos(Math.max(-1, Math.min(1, dot(a, b)))));
