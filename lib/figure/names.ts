/** The words in which a figure is written down; the schema of the content reads the same lists. */

/** Places (cm) and angles (degrees) of the body as a whole and of its spine; 0 is the posture of rest. */
export const trunkNames = [
  "x",
  "y",
  "z",
  "pitch",
  "roll",
  "turn",
  "lumbar",
  "lumbarSide",
  "lumbarRot",
  "thorax",
  "thoraxSide",
  "thoraxRot",
  "neck",
  "neckSide",
  "neckRot",
  "head",
  "tuck",
  "belly",
] as const;

export const legNames = [
  "hip",
  "hipAbd",
  "hipRot",
  "knee",
  "ankle",
  "toe",
  "thigh",
  "shank",
  "pitchFoot",
  "kneeOut",
  "heelLift",
  "heading",
] as const;

export const armNames = ["sh", "shAbd", "shRot", "el", "wr", "shrug", "pro", "upper", "fore", "elOut"] as const;

/** Angles in the side plane of the world; where one is given, the joint's own angle does not count. */
export const worldNames: readonly string[] = ["thigh", "shank", "pitchFoot", "upper", "fore"];

export const sides = ["R", "L"] as const;
export type Side = (typeof sides)[number];

type LimbName = (typeof legNames)[number] | (typeof armNames)[number];
export type PoseName = (typeof trunkNames)[number] | LimbName | `${LimbName}${Side}`;

export const targetNames = ["foot", "hand", "palm"] as const;
export type TargetName = (typeof targetNames)[number] | `${(typeof targetNames)[number]}${Side}`;

/** Limbs that may end on a target: a foot or hand that touches something. */
export const limbs = ["footR", "footL", "handR", "handL"] as const;
export type Limb = (typeof limbs)[number];

/** Points of the body that an anchor, an attachment or an arrow may name. */
export const points = [
  "root",
  "upperBack",
  "waist",
  "chest",
  "head",
  "crown",
  "nose",
  "hipR",
  "hipL",
  "kneeR",
  "kneeL",
  "ankleR",
  "ankleL",
  "heelR",
  "heelL",
  "ballR",
  "ballL",
  "tipR",
  "tipL",
  "shoulderR",
  "shoulderL",
  "elbowR",
  "elbowL",
  "wristR",
  "wristL",
  "palmR",
  "palmL",
] as const;
export type Point = (typeof points)[number];

export const movingParts = [
  "armR",
  "armL",
  "legR",
  "legL",
  "footR",
  "footL",
  "torso",
  "pelvis",
  "head",
  "neck",
] as const;
export type MovingPart = (typeof movingParts)[number];

export const viewNames = ["side", "quarter", "front", "frontHigh", "back", "top"] as const;
export type ViewName = (typeof viewNames)[number];

export const baseNames = [
  "standing",
  "standingFront",
  "standingBack",
  "seated",
  "seatedQuarter",
  "supine",
  "hooklying",
  "prone",
  "quadruped",
  "sideLying",
  "sideLyingLong",
  "halfKneeling",
  "plank",
  "supineTop",
  "onBall",
] as const;
export type BaseName = (typeof baseNames)[number];

export const driveNames = ["gait", "brisk", "run", "carry", "waterGait", "pedals", "recumbent", "elliptical"] as const;
export type DriveName = (typeof driveNames)[number];

export const propNames = [
  "mat",
  "rug",
  "chair",
  "stool",
  "bed",
  "step",
  "stairs",
  "wallBehind",
  "wallAhead",
  "panel",
  "ball",
  "smallBall",
  "pillow",
  "towel",
  "box",
  "float",
  "band",
  "strap",
  "dumbbell",
  "kettlebell",
  "stick",
  "counter",
  "bench",
  "pool",
  "treadmill",
  "upright-bike",
  "recumbent-bike",
  "elliptical",
  "leg-press",
  "lat-pulldown",
  "chest-press",
  "arm-bike",
  "stair-climber",
  "back-extension-bench",
  "doorway",
  "shelf",
  "timer",
] as const;
export type PropName = (typeof propNames)[number];
