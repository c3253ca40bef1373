import { byAngles, number, outward } from "./angles";
import { bones, pointOf, type Arm, type Body, type Leg } from "./body";
import { sides, type Limb, type Side } from "./names";
import { reachFor } from "./reach";
import type { Numbers, Setup } from "./setup";
import { add, boneFrame, distance, length, turnY, turnZ, unit, within, worldFrame, type Vector } from "./space";

/** The body of a pose: bones by their angles, the root by its anchor, then legs and arms to their targets. */
export function solve(numbers: Numbers, setup: Setup): Body {
  let body = byAngles(numbers, [number(numbers, "x"), number(numbers, "y"), number(numbers, "z")]);
  if (setup.anchor) {
    const now = pointOf(body, setup.anchor.point);
    const shift = [0, 1, 2].map((axis) => {
      const wanted = setup.anchor?.at[axis] ?? null;
      return wanted === null ? 0 : wanted - (now[axis] ?? 0);
    });
    body = byAngles(numbers, add(body.root, [shift[0] ?? 0, shift[1] ?? 0, shift[2] ?? 0]));
  }
  const missed = new Map<Limb, number>();
  const leg = { ...body.leg };
  for (const side of sides) {
    if (setup.targets.has(`foot${side}`)) leg[side] = legToTarget(numbers, setup, body, side, missed);
  }
  body = { ...body, leg };
  const arm = { ...body.arm };
  for (const side of sides) {
    if (setup.targets.has(`hand${side}`)) arm[side] = armToTarget(numbers, setup, body, side, missed);
  }
  body = { ...body, arm, missed };
  return setup.ground ? grounded(body) : body;
}

function targetOf(numbers: Numbers, setup: Setup, body: Body, limb: Limb): Vector {
  const tied = setup.attach.get(limb);
  if (tied) return add(pointOf(body, tied.on), tied.off);
  return [number(numbers, `${limb}.0`), number(numbers, `${limb}.1`), number(numbers, `${limb}.2`)];
}

function legToTarget(numbers: Numbers, setup: Setup, body: Body, side: Side, missed: Map<Limb, number>): Leg {
  const limb: Limb = `foot${side}`;
  const n = (name: string) => number(numbers, name + side);
  const lift = (n("heelLift") * Math.PI) / 180;
  const flatFoot = turnY(worldFrame, -n("heading"));
  const flat = targetOf(numbers, setup, body, limb);
  const wanted =
    lift === 0
      ? flat
      : within(flatFoot, flat, [
          13 - 13 * Math.cos(lift) + 5.3 * Math.sin(lift),
          -5.3 + 13 * Math.sin(lift) + 5.3 * Math.cos(lift),
          0,
        ]);
  const { hip } = body.leg[side];
  const bend = setup.bends.get(limb) ?? [1, 0, 0];
  const sidedBend: Vector = [bend[0], bend[1], bend[2] * outward(side)];
  const turned = within(turnY(body.pelvis, -outward(side) * n("kneeOut")), [0, 0, 0], sidedBend);
  const reach = reachFor(hip, wanted, bones.thigh, bones.shank, turned);
  missed.set(limb, distance(reach.end, wanted));
  const thigh = boneFrame(reach.first, reach.frontOf(reach.first, -1));
  const shank = boneFrame(reach.second, reach.frontOf(reach.second, -1));
  const foot = setup.feetFollow ? turnZ(shank, n("ankle")) : turnZ(flatFoot, n("pitchFoot") - n("heelLift"));
  return { hip, knee: reach.middle, ankle: reach.end, thigh, shank, foot, toe: n("toe") + n("heelLift") };
}

function armToTarget(numbers: Numbers, setup: Setup, body: Body, side: Side, missed: Map<Limb, number>): Arm {
  const limb: Limb = `hand${side}`;
  const { shoulder } = body.arm[side];
  const wanted = targetOf(numbers, setup, body, limb);
  const bend = setup.bends.get(limb) ?? [-1, 0, 0];
  const turn = -outward(side) * number(numbers, `elOut${side}`);
  const direction = within(turnY(body.chest, turn), [0, 0, 0], [bend[0], bend[1], bend[2] * outward(side)]);
  const reach = reachFor(shoulder, wanted, bones.upper, bones.fore, direction);
  missed.set(limb, distance(reach.end, wanted));
  const upper = boneFrame(reach.first, reach.frontOf(reach.first, 1));
  const fore = boneFrame(reach.second, reach.frontOf(reach.second, 1));
  const palm = [0, 1, 2].map((axis) => numbers[`palm${side}.${String(axis)}`]);
  const fingers: Vector = [palm[0] ?? 0, palm[1] ?? 0, palm[2] ?? 0];
  const hand = length(fingers) < 0.01 ? turnZ(fore, number(numbers, `wr${side}`)) : boneFrame(unit(fingers), fore.x);
  return { shoulder, elbow: reach.middle, wrist: reach.end, upper, fore, hand };
}

/** The whole body lifted or lowered until the lowest point of its feet is on the floor. */
function grounded(body: Body): Body {
  const lowest = Math.min(
    ...sides.flatMap((side) => (["heel", "ball", "tip"] as const).map((part) => pointOf(body, `${part}${side}`)[1])),
  );
  const move = (at: Vector): Vector => [at[0], at[1] - lowest, at[2]];
  const arm = (one: Arm): Arm => ({
    ...one,
    shoulder: move(one.shoulder),
    elbow: move(one.elbow),
    wrist: move(one.wrist),
  });
  const leg = (one: Leg): Leg => ({ ...one, hip: move(one.hip), knee: move(one.knee), ankle: move(one.ankle) });
  return {
    ...body,
    root: move(body.root),
    spine: body.spine.map(move),
    arm: { R: arm(body.arm.R), L: arm(body.arm.L) },
    leg: { R: leg(body.leg.R), L: leg(body.leg.L) },
  };
}
