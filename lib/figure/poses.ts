import { pointOf, type Body } from "./body";
import type { Drawing } from "./figure";
import { angleBetween, ankleAngle, bendOf, hipAngles, spineAngles, wristAngle } from "./measure";
import { sides, type Point } from "./names";
import { distance, scale } from "./space";

/** What a figure shows, for whoever lays it beside the exercise's words. */
export type Shown = {
  /** Joints that change, with how far (degrees), the most first; or how far (cm) the hips travel. */
  moves: readonly string[];
  /** What stays where it is, or as it is, in every moment. */
  held: readonly string[];
};

/** Changes smaller than this (degrees, cm) are not what the exercise is about. */
const noticed = { angle: 8, way: 4 } as const;
const stillWithin = { angle: 5, way: 1 } as const;

const heldPoints: readonly (readonly [name: string, points: readonly Point[]])[] = [
  ["head", ["head"]],
  ["hips", ["root"]],
  ["right foot", ["heelR", "ballR"]],
  ["left foot", ["heelL", "ballL"]],
  ["right knee", ["kneeR"]],
  ["left knee", ["kneeL"]],
  ["right hand", ["wristR"]],
  ["left hand", ["wristL"]],
  ["right elbow", ["elbowR"]],
  ["left elbow", ["elbowL"]],
];

/** What moves and what is held over the whole movement, measured on the solved body. */
export function shownBy({ movement }: Drawing): Shown {
  const bodies = movement.steps.map(({ body }) => body);
  const ranges = rangesOf(bodies.map(anglesOf));
  const way = wayOf(bodies, "root");
  const moves = [...ranges]
    .filter(([, range]) => range >= noticed.angle)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 4)
    .map(([name, range]) => `${name} ${range.toFixed(0)}°`);
  const back = ["low back bend", "low back side bend", "low back turn", "upper back bend", "upper back turn"];
  const isBackStill = back.every((name) => (ranges.get(name) ?? 0) <= stillWithin.angle);
  const held = heldPoints.flatMap(([name, points]) =>
    points.some((point) => wayOf(bodies, point) <= stillWithin.way) ? [name] : [],
  );
  return {
    moves: way >= noticed.way ? [...moves, `hips travel ${way.toFixed(0)} cm`] : moves,
    held: isBackStill ? ["back", ...held] : held,
  };
}

/** The farthest (cm) that a point gets from where it began. */
function wayOf(bodies: readonly Body[], point: Point): number {
  const first = bodies[0];
  if (!first) return 0;
  const start = pointOf(first, point);
  return Math.max(...bodies.map((body) => distance(start, pointOf(body, point))));
}

function anglesOf(body: Body): [name: string, degrees: number][] {
  const spine = spineAngles(body);
  return [
    ["low back bend", spine.lumbar],
    ["low back side bend", spine.lumbarSide],
    ["low back turn", spine.lumbarRot],
    ["upper back bend", spine.thorax],
    ["upper back turn", spine.thoraxRot],
    ["neck bend", spine.neck],
    ["neck side bend", spine.neckSide],
    ["neck turn", spine.neckRot],
    ...sides.flatMap((side): [string, number][] => {
      const own = side === "R" ? "right" : "left";
      const hip = hipAngles(body, side);
      const { upper, fore } = body.arm[side];
      return [
        [`${own} hip bend`, hip.flexion],
        [`${own} hip to the side`, hip.abduction],
        [`${own} hip turn`, hip.rotation],
        [`${own} knee`, bendOf(body.leg[side].shank, body.leg[side].thigh)],
        [`${own} ankle`, ankleAngle(body.leg[side])],
        [`${own} shoulder`, angleBetween(scale(upper.y, -1), scale(body.chest.y, -1))],
        [`${own} elbow`, bendOf(upper, fore)],
        [`${own} wrist`, wristAngle(body, side)],
      ];
    }),
  ];
}

/** How far each angle goes between its smallest and its largest value. */
function rangesOf(rows: readonly (readonly [string, number][])[]): Map<string, number> {
  const all = new Map<string, number[]>();
  for (const [name, value] of rows.flat()) all.set(name, [...(all.get(name) ?? []), value]);
  return new Map([...all].map(([name, values]) => [name, Math.max(...values) - Math.min(...values)]));
}
