import type { Limb, Point, Side } from "./names";
import { sideOf } from "./setup";
import { mix, turnZ, within, type Frame, type Vector } from "./space";

/** Lengths (cm) after Drillis & Contini for a person of 170 cm. */
export const bones = { thigh: 42, shank: 41.5, upper: 30, fore: 25 } as const;

export type Arm = { shoulder: Vector; elbow: Vector; wrist: Vector; upper: Frame; fore: Frame; hand: Frame };
export type Leg = { hip: Vector; knee: Vector; ankle: Vector; thigh: Frame; shank: Frame; foot: Frame; toe: number };

/** A pose in space. The spine holds its joints from the root (0) over L5 (1) and C7 (8) to the head (10), and the frame of each piece. */
export type Body = {
  root: Vector;
  pelvis: Frame;
  spine: readonly Vector[];
  pieces: readonly Frame[];
  chest: Frame;
  head: Frame;
  belly: number;
  leg: Readonly<Record<Side, Leg>>;
  arm: Readonly<Record<Side, Arm>>;
  /** How far (cm) each limb on a target ends from it. */
  missed: ReadonlyMap<Limb, number>;
};

/** A joint of the spine, also between two. */
export function spineAt(body: Body, index: number): Vector {
  const low = Math.max(0, Math.min(9, Math.floor(index)));
  return mix(body.spine[low] ?? body.root, body.spine[low + 1] ?? body.root, index - low);
}

/** Where a named point of the body is. */
export function pointOf(body: Body, point: Point): Vector {
  const side = sideOf(point);
  const leg = body.leg[side];
  const arm = body.arm[side];
  const name = point.replace(/[RL]$/, "");
  switch (name) {
    case "upperBack":
      return within(pieceAt(body.pieces, 6), spineAt(body, 6), [-7.6, 0, 0]);
    case "waist":
      return within(pieceAt(body.pieces, 2), spineAt(body, 2), [-7, 0, 0]);
    case "chest":
      return within(pieceAt(body.pieces, 6), spineAt(body, 6), [14, 0, 0]);
    case "head":
      return within(body.head, spineAt(body, 10), [0, 6, 0]);
    case "crown":
      return within(body.head, spineAt(body, 10), [0, 17.6, 0]);
    case "nose":
      return within(body.head, spineAt(body, 10), [12, 1.3, 0]);
    case "hip":
      return leg.hip;
    case "knee":
      return leg.knee;
    case "ankle":
      return leg.ankle;
    case "heel":
      return within(leg.foot, leg.ankle, [-6, -6.5, 0]);
    case "ball":
      return within(leg.foot, leg.ankle, [13, -5.3, 0]);
    case "tip":
      return within(turnZ(leg.foot, leg.toe), within(leg.foot, leg.ankle, [13, -5.3, 0]), [7, -0.6, 0]);
    case "shoulder":
      return arm.shoulder;
    case "elbow":
      return arm.elbow;
    case "wrist":
      return arm.wrist;
    case "palm":
      return within(arm.hand, arm.wrist, [0, -8, 0]);
    default:
      return body.root;
  }
}

export function pieceAt(pieces: readonly Frame[], index: number): Frame {
  const piece = pieces[Math.max(0, Math.min(pieces.length - 1, index))];
  if (!piece) throw new Error("a spine has pieces");
  return piece;
}
