import { bones, pieceAt, type Arm, type Body, type Leg } from "./body";
import type { Side } from "./names";
import type { Numbers } from "./setup";
import { add, scale, turnX, turnY, turnZ, within, worldFrame, type Frame, type Vector } from "./space";

/** Length and bend at rest (degrees, forward) of the pieces of the spine, from the pelvis up. */
const spinePieces = [
  [10, -12, "pelvis"],
  ...[20, -8, -7].map((rest) => [17 / 3, rest, "lumbar"] as const),
  ...[-3, 7, 8, 8].map((rest) => [27.5 / 4, rest, "thorax"] as const),
  ...[8, -6].map((rest) => [10.5 / 2, rest, "neck"] as const),
] as const;
const shares = { pelvis: 1, lumbar: 3, thorax: 4, neck: 2 } as const;

export const number = (numbers: Numbers, name: string): number => numbers[name] ?? 0;
export const outward = (side: Side): 1 | -1 => (side === "R" ? 1 : -1);

/** The body by its angles alone, its root where it is told. */
export function byAngles(numbers: Numbers, root: Vector): Body {
  const n = (name: string) => number(numbers, name);
  const pelvis = turnY(turnX(turnZ(worldFrame, -n("pitch")), n("roll")), -n("turn"));
  const spine: Vector[] = [root];
  const pieces: Frame[] = [];
  let frame = pelvis;
  let at = root;
  for (const [size, rest, part] of spinePieces) {
    const share = shares[part];
    const bend = part === "pelvis" ? 0 : n(part) / share;
    frame = turnZ(frame, -(rest + bend));
    if (part !== "pelvis") frame = turnY(turnX(frame, n(`${part}Side`) / share), -n(`${part}Rot`) / share);
    at = add(at, scale(frame.y, size));
    spine.push(at);
    pieces.push(frame);
  }
  const chest = turnZ(pieceAt(pieces, 7), 13);
  const head = turnZ(frame, 15 - n("head"));
  const tucked = add(at, scale(head.x, -n("tuck")));
  spine[10] = tucked;
  const sided = <T>(make: (side: Side) => T): Record<Side, T> => ({ R: make("R"), L: make("L") });
  return {
    root,
    pelvis,
    spine,
    pieces,
    chest,
    head,
    belly: n("belly"),
    missed: new Map(),
    leg: sided((side) => legByAngles(numbers, root, pelvis, side)),
    arm: sided((side) => armByAngles(numbers, spine[8] ?? root, chest, side)),
  };
}

function legByAngles(numbers: Numbers, root: Vector, pelvis: Frame, side: Side): Leg {
  const n = (name: string) => number(numbers, name + side);
  const out = outward(side);
  const hip = within(pelvis, root, [0, 0, 8 * out]);
  const thigh =
    turnsTo(numbers, `thigh${side}`) ?? turnY(turnX(turnZ(pelvis, n("hip")), -out * n("hipAbd")), -out * n("hipRot"));
  const knee = add(hip, scale(thigh.y, -bones.thigh));
  const shank = turnsTo(numbers, `shank${side}`) ?? turnZ(thigh, -n("knee"));
  const ankle = add(knee, scale(shank.y, -bones.shank));
  const foot = turnsTo(numbers, `pitchFoot${side}`) ?? turnZ(shank, n("ankle"));
  return { hip, knee, ankle, thigh, shank, foot, toe: n("toe") };
}

/** The frame of an angle in the side plane of the world, where the pose gives one. */
function turnsTo(numbers: Numbers, name: string): Frame | undefined {
  const angle = numbers[name];
  return angle === undefined ? undefined : turnZ(worldFrame, angle);
}

function armByAngles(numbers: Numbers, c7: Vector, chest: Frame, side: Side): Arm {
  const n = (name: string) => number(numbers, name + side);
  const out = outward(side);
  const shoulder = within(chest, c7, [1.5 + n("pro"), -6.5 + n("shrug"), 16.5 * out]);
  const upper =
    turnsTo(numbers, `upper${side}`) ?? turnY(turnX(turnZ(chest, n("sh")), -out * n("shAbd")), -out * n("shRot"));
  const elbow = add(shoulder, scale(upper.y, -bones.upper));
  const fore = turnsTo(numbers, `fore${side}`) ?? turnZ(upper, n("el"));
  const wrist = add(elbow, scale(fore.y, -bones.fore));
  return { shoulder, elbow, wrist, upper, fore, hand: turnZ(fore, n("wr")) };
}
