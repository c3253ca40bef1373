import { pointOf, type Body } from "./body";
import { points, sides, type Side } from "./names";
import type { FigureRecord } from "./record";
import { dot, distance, scale, type Frame, type Vector } from "./space";
import { movementOf, type Movement } from "./timeline";

/** One thing wrong with a figure: the moment (step of the movement, or key), the joint or limb, and what it does. */
export type FigureFault = { frame: string; joint: string; message: string };

/** Bounds of joints (degrees), from the design's table. */
const limits = {
  "hip flexion": [-30, 135],
  "hip abduction": [-30, 50],
  knee: [-1, 155],
  ankle: [-65, 36],
  toe: [-30, 75],
  elbow: [-1, 157],
  "shoulder backward": [-61, 190],
  wrist: [-91, 91],
  lumbar: [-35, 45],
  lumbarSide: [-30, 30],
  lumbarRot: [-15, 15],
  thorax: [-30, 40],
  thoraxSide: [-25, 25],
  thoraxRot: [-40, 40],
  neck: [-60, 55],
  neckSide: [-45, 45],
  neckRot: [-75, 75],
} as const satisfies Record<string, readonly [number, number]>;

/** How far (cm) a hand or foot may end from what it touches: under 1 % of the body's height. */
const reachBound = 0.5;
const floorBound = -1.5;
const jumpBound = 25;

/** Everything that is wrong with a figure's record; empty when a patient may see it. */
export function checkFigure(record: FigureRecord): FigureFault[] {
  let movement: Movement;
  try {
    movement = movementOf(record);
  } catch (error) {
    return [{ frame: "all", joint: "record", message: error instanceof Error ? error.message : String(error) }];
  }
  return [
    ...spineFaults(movement),
    ...bodyFaults(movement, record),
    ...jumpFaults(movement, record),
    ...arrowFaults(record, movement),
  ];
}

function spineFaults({ setup }: Movement): FigureFault[] {
  const names = [
    "lumbar",
    "lumbarSide",
    "lumbarRot",
    "thorax",
    "thoraxSide",
    "thoraxRot",
    "neck",
    "neckSide",
    "neckRot",
  ] as const;
  return setup.keys.flatMap((key, index) =>
    names.flatMap((name) => beyond(`key ${String(index + 1)}`, name, name, key[name] ?? 0)),
  );
}

function beyond(frame: string, joint: string, limit: keyof typeof limits, value: number): FigureFault[] {
  const [low, high] = limits[limit];
  if (value >= low && value <= high) return [];
  return [
    { frame, joint, message: `${limit} is ${value.toFixed(0)}°, allowed are ${String(low)}° to ${String(high)}°` },
  ];
}

function bodyFaults(movement: Movement, record: FigureRecord): FigureFault[] {
  const hasFloor = !movement.setup.props.some(({ name }) => name === "pool" || name === "bed" || name === "pillow");
  return movement.steps.flatMap(({ body, key }, index) => {
    const frame = key === undefined ? `step ${String(index + 1)}` : `key ${String(key + 1)}`;
    return [
      ...sides.flatMap((side) => jointFaults(frame, body, side)),
      ...[...body.missed].flatMap(([limb, cm]) =>
        cm <= reachBound ? [] : [{ frame, joint: limb, message: `ends ${cm.toFixed(1)} cm from its target` }],
      ),
      ...(hasFloor && !record.zoom ? floorFaults(frame, body) : []),
    ];
  });
}

/** How far the bone of `frame` is bent forward (degrees) against `to`. */
const bend = (to: Frame, frame: Frame): number => {
  const bone = scale(frame.y, -1);
  return degrees(Math.atan2(dot(bone, to.x), -dot(bone, to.y)));
};
const degrees = (radians: number): number => (radians * 180) / Math.PI;

function jointFaults(frame: string, body: Body, side: Side): FigureFault[] {
  const leg = body.leg[side];
  const arm = body.arm[side];
  const outside = scale(body.pelvis.z, side === "R" ? 1 : -1);
  const thigh = scale(leg.thigh.y, -1);
  const sagittal = Math.hypot(dot(thigh, body.pelvis.x), dot(thigh, body.pelvis.y));
  const upper = scale(arm.upper.y, -1);
  const raisedAside = Math.abs(dot(upper, body.chest.z));
  const shoulder = bend(body.chest, arm.upper);
  return [
    ...(sagittal > 0.6 ? beyond(frame, `hip${side}`, "hip flexion", wrapped(bend(body.pelvis, leg.thigh), -90)) : []),
    ...beyond(frame, `hip${side}`, "hip abduction", degrees(Math.atan2(dot(thigh, outside), sagittal)) * sagittal),
    ...beyond(frame, `knee${side}`, "knee", wrapped(-bend(leg.thigh, leg.shank), -90)),
    ...beyond(
      frame,
      `ankle${side}`,
      "ankle",
      degrees(
        Math.atan2(
          dot(leg.foot.x, leg.shank.y),
          Math.hypot(dot(leg.foot.x, leg.shank.x), dot(leg.foot.x, leg.shank.z)),
        ),
      ),
    ),
    ...beyond(frame, `toe${side}`, "toe", leg.toe),
    ...beyond(frame, `elbow${side}`, "elbow", wrapped(bend(arm.upper, arm.fore), -90)),
    ...(raisedAside < 0.7 && dot(upper, body.chest.y) < 0.3
      ? beyond(frame, `shoulder${side}`, "shoulder backward", shoulder)
      : []),
    ...beyond(frame, `wrist${side}`, "wrist", degrees(Math.acos(Math.min(1, dot(arm.hand.y, arm.fore.y))))),
  ];
}

/** The angle within a turn that begins at `from`. */
const wrapped = (angle: number, from: number): number => angle - 360 * Math.floor((angle - from) / 360);

/** How thick (cm) the body is below a point that touches the floor. */
const padding: Readonly<Partial<Record<(typeof points)[number], number>>> = {
  kneeR: 5.3,
  kneeL: 5.3,
  elbowR: 3.9,
  elbowL: 3.9,
  wristR: 2.6,
  wristL: 2.6,
  heelR: 0,
  heelL: 0,
  ballR: 0,
  ballL: 0,
  tipR: 0,
  tipL: 0,
  upperBack: 0,
  head: 9.5,
};

function floorFaults(frame: string, body: Body): FigureFault[] {
  return points.flatMap((point) => {
    const thick = padding[point];
    if (thick === undefined) return [];
    const lowest = pointOf(body, point)[1] - thick;
    return lowest >= floorBound
      ? []
      : [{ frame, joint: point, message: `is ${(-lowest).toFixed(1)} cm below the floor` }];
  });
}

function jumpFaults({ steps }: Movement, record: FigureRecord): FigureFault[] {
  return steps.flatMap(({ body, time }, index) => {
    const last = steps[index - 1];
    if (!last || last.time === time) return [];
    const before = last.body;
    const frame = `step ${String(index + 1)}`;
    const far = points.flatMap((point) => {
      const cm = distance(pointOf(before, point), pointOf(body, point));
      return cm <= (record.drive ? jumpBound + 10 : jumpBound)
        ? []
        : [{ frame, joint: point, message: `jumps ${cm.toFixed(0)} cm` }];
    });
    const turns = sides.flatMap((side) => [
      ...turned(frame, `foot${side}`, before.leg[side].foot.x, body.leg[side].foot.x),
      ...turned(frame, `hand${side}`, before.arm[side].hand.y, body.arm[side].hand.y),
    ]);
    return [...far, ...turns, ...turned(frame, "head", before.head.x, body.head.x)];
  });
}

function turned(frame: string, joint: string, a: Vector, b: Vector): FigureFault[] {
  const angle = degrees(Math.acos(Math.max(-1, Math.min(1, dot(a, b)))));
  return angle <= 40 ? [] : [{ frame, joint, message: `turns ${angle.toFixed(0)}° in one step` }];
}

function arrowFaults({ arrows = [] }: FigureRecord, { keys, isLoop }: Movement): FigureFault[] {
  return arrows.flatMap((arrow, index) =>
    isLoop || (arrow.to ?? 0) < keys.length
      ? []
      : [
          {
            frame: `key ${String(arrow.to)}`,
            joint: `arrow ${String(index + 1)}`,
            message: "names a key that is not there",
          },
        ],
  );
}

const comparedJoints = [
  "nose",
  "crown",
  "root",
  "kneeR",
  "kneeL",
  "ankleR",
  "ankleL",
  "elbowR",
  "elbowL",
  "wristR",
  "wristL",
  "chest",
] as const;

/** What two figures are told apart by: what is drawn the same way, and where the joints are in each key pose. */
export type FigureLook = { likeness: string; poses: readonly (readonly Vector[])[] };

export function lookOf(record: FigureRecord): FigureLook {
  const { setup, keys } = movementOf(record);
  const { moves, zoom, props } = record;
  return {
    likeness: JSON.stringify([setup.view, [...moves].sort(), zoom, props, setup.near, keys.length]),
    poses: keys.map((body) => comparedJoints.map((joint) => pointOf(body, joint))),
  };
}

/** How different (cm, mean over joints and key poses) two figures are that look at the body from the same side; else infinite. */
export function differenceOf(a: FigureLook, b: FigureLook): number {
  if (a.likeness !== b.likeness) return Infinity;
  const apart = a.poses.flatMap((pose, key) =>
    pose.flatMap((place, joint) => {
      const other = b.poses[key]?.[joint];
      return other ? distance(place, other) : [];
    }),
  );
  return apart.reduce((sum, one) => sum + one, 0) / Math.max(1, apart.length);
}
