import type { BaseName, Limb, ViewName } from "./names";
import type { Anchor, Attachment, FigurePose, FigureProp } from "./record";

/** Height of the ankle of a foot that stands flat. */
const flat = 6.5;

/** A posture from which exercises begin. */
export type Base = {
  view: ViewName;
  pose: FigurePose;
  targets: readonly Limb[];
  anchor?: Anchor;
  attach?: { readonly [limb in Limb]?: Attachment };
  /** Direction of elbows and knees in the frame of chest or pelvis; z counts outward. */
  elbows?: readonly [number, number, number];
  /** Of the right arm, where it bends otherwise than the left. */
  elbowR?: readonly [number, number, number];
  props: readonly FigureProp[];
  /** Feet on targets keep their ankle angle to the shank instead of lying flat. */
  feetFollow?: boolean;
};

const feet = ["footR", "footL"] as const;
const hands = ["handR", "handL"] as const;
const mat: FigureProp = { name: "mat" };

const supinePose: FigurePose = {
  pitch: -90,
  y: 11,
  neck: 6,
  hip: 2,
  knee: 4,
  ankle: -12,
  hand: [38, 3.2, 25],
  palm: [1, 0, 0],
};
const seatedPose: FigurePose = { x: 0, y: 54.5, foot: [44, flat, 9], sh: 10, el: 50, wr: 10 };
const sideLyingPose: FigurePose = {
  roll: 90,
  y: 16,
  neckSide: -6,
  lumbarSide: 4,
  footR: [-2, 6, -44],
  footL: [-2, 15, -44],
  handR: [27, 4, 73],
  handL: [26, 3.5, 26],
  palmL: [0.9, 0, 0.5],
};
const lyingElbows = [-0.15, 0, 1] as const;
const supineAnchor: Anchor = { point: "upperBack", at: [0, 0] };
const kneeAnchor: Anchor = { point: "kneeR", at: [0, 5.6] };
const supine = { view: "side", anchor: supineAnchor, elbows: lyingElbows, props: [mat] } as const;

export const bases: Readonly<Record<BaseName, Base>> = {
  standing: {
    view: "side",
    pose: { x: -2, y: 89.6, foot: [0, flat, 9], shR: -3, shL: 3, el: 12 },
    targets: feet,
    props: [],
  },
  standingFront: {
    view: "front",
    pose: { x: 0, y: 89.4, foot: [0, flat, 10], shAbd: 9, el: 10 },
    targets: feet,
    props: [{ name: "rug" }],
  },
  standingBack: {
    view: "back",
    pose: { x: 0, y: 89.4, foot: [0, flat, 10], shAbd: 9, el: 10 },
    targets: feet,
    props: [{ name: "rug" }],
  },
  seated: { view: "side", pose: seatedPose, targets: feet, props: [{ name: "chair" }] },
  seatedQuarter: {
    view: "quarter",
    pose: { x: 0, y: 54.5, foot: [42, flat, 11], sh: 8, el: 54, wr: 10, shAbd: 4, shRot: -20 },
    targets: feet,
    props: [{ name: "rug" }, { name: "chair" }],
  },
  supine: { ...supine, pose: supinePose, targets: hands },
  hooklying: { ...supine, pose: { ...supinePose, foot: [82, flat, 9] }, targets: [...feet, ...hands] },
  prone: {
    view: "side",
    pose: {
      pitch: 91,
      y: 11,
      neck: -8,
      head: -4,
      hip: 1,
      knee: 3,
      ankle: -62,
      hand: [63, 3.2, 12],
      palm: [0.2, 0, -1],
    },
    targets: hands,
    elbows: [0, 1, 0.6],
    props: [mat],
  },
  quadruped: {
    view: "side",
    pose: {
      y: 47,
      pitch: 79,
      thigh: 0,
      shank: -91,
      ankle: -63,
      neck: -4,
      head: -4,
      hand: [50, 3.6, 15],
      palm: [1, 0, 0],
    },
    targets: hands,
    anchor: kneeAnchor,
    elbows: [0.1, -1, 0.3],
    props: [mat],
  },
  sideLying: {
    view: "frontHigh",
    pose: sideLyingPose,
    targets: [...feet, ...hands],
    feetFollow: true,
    elbows: [0.3, -0.4, 1],
    elbowR: [1, 0, -0.25],
    props: [mat],
  },
  sideLyingLong: {
    view: "frontHigh",
    pose: { ...sideLyingPose, footR: [10, 6, -62], hipL: -4, kneeL: 2 },
    targets: ["footR", ...hands],
    feetFollow: true,
    elbows: [0.3, -0.4, 1],
    elbowR: [1, 0, -0.25],
    props: [mat],
  },
  halfKneeling: {
    view: "side",
    pose: { y: 47, thighR: 0, shankR: -91, ankleR: -63, footL: [44, flat, -9] },
    targets: ["footL", ...hands],
    anchor: kneeAnchor,
    attach: { handR: { on: "kneeL", off: [-10, 8, 14] }, handL: { on: "kneeL", off: [-10, 8, 0] } },
    elbows: [-1, -0.3, 0.5],
    props: [mat],
  },
  plank: {
    view: "side",
    pose: {
      y: 40,
      pitch: 81.5,
      hip: 0,
      knee: 0,
      pitchFoot: -72,
      toe: 66,
      neck: -4,
      hand: [150, 3.4, 14],
      palm: [1, 0, 0],
    },
    targets: hands,
    anchor: { point: "ballR", at: [0, 1.4] },
    elbows: [0.7, -0.6, 0.1],
    props: [mat],
  },
  supineTop: {
    ...supine,
    view: "top",
    pose: { ...supinePose, foot: [82, flat, 9], hand: [-8, 3.4, 68], palm: [0.2, 0, 1] },
    targets: [...feet, ...hands],
    elbows: [0, -1, 0],
  },
  onBall: {
    view: "side",
    pose: { ...seatedPose, y: 66, foot: [46, flat, 13] },
    targets: feet,
    props: [{ name: "ball", at: [-2, 32] }],
  },
};
