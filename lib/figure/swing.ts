import type { Body } from "./body";
import { sides } from "./names";
import type { Vector } from "./space";
import { angleOf, flatLength, flatMinus, flatPlus, middleOf, project, type Flat, type View } from "./view";

/** How far (cm) a bone parts from the next half-way between two steps, when place, angle and length of each are drawn straight. */
export function gapBetween(view: View, a: Body, b: Body): number {
  const gaps = sides.flatMap((side) => {
    const [legA, legB, armA, armB] = [a.leg[side], b.leg[side], a.arm[side], b.arm[side]];
    return [
      boneGap(view, [legA.hip, legA.knee], [legB.hip, legB.knee]),
      boneGap(view, [legA.knee, legA.ankle], [legB.knee, legB.ankle]),
      boneGap(view, [armA.shoulder, armA.elbow], [armB.shoulder, armB.elbow]),
      boneGap(view, [armA.elbow, armA.wrist], [armB.elbow, armB.wrist]),
    ];
  });
  return Math.max(...gaps);
}

type Bone = readonly [from: Vector, to: Vector];

function boneGap(view: View, before: Bone, after: Bone): number {
  const [a, b] = [wayOf(view, before), wayOf(view, after)];
  const turn = angleOf(b.way) - angleOf(a.way);
  const angle = ((angleOf(a.way) + (turn - 360 * Math.round(turn / 360)) / 2) * Math.PI) / 180;
  const long = (flatLength(a.way) + flatLength(b.way)) / 2;
  const end = flatPlus(middleOf(a.from, b.from), [long * Math.cos(angle), long * Math.sin(angle)]);
  return flatLength(flatMinus(end, middleOf(a.to, b.to)));
}

function wayOf(view: View, [from, to]: Bone): { from: Flat; to: Flat; way: Flat } {
  const [start, end] = [project(view, from), project(view, to)];
  return { from: start, to: end, way: flatMinus(end, start) };
}
