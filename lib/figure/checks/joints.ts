import { ankleAngle, armBehind, bendOf, hipAngles, spineAngles, wristAngle } from "../measure";
import type { Body } from "../body";
import { sides, type Side } from "../names";
import type { FigureFault } from "./fault";

/** Bounds of joints (degrees), from the design's table. */
export const limits = {
  "hip flexion": [-30, 135],
  "hip abduction": [-30, 50],
  "hip rotation": [-45, 65],
  knee: [0, 155],
  ankle: [-65, 35],
  toe: [-30, 75],
  elbow: [0, 157],
  "arm behind the body": [-180, 60],
  wrist: [-75, 80],
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

/** Joints of one moment that are bent beyond their bounds. */
export function jointFaults(frame: string, body: Body): FigureFault[] {
  const spine = Object.entries(spineAngles(body));
  return [
    ...spine.flatMap(([name, value]) => (isLimit(name) ? beyond(frame, name, name, value) : [])),
    ...sides.flatMap((side) => limbFaults(frame, body, side)),
  ];
}

const isLimit = (name: string): name is keyof typeof limits => name in limits;

function limbFaults(frame: string, body: Body, side: Side): FigureFault[] {
  const leg = body.leg[side];
  const arm = body.arm[side];
  const hip = hipAngles(body, side);
  // A thigh that points straight to the side has no forward direction of its own.
  const isAside = Math.abs(hip.abduction) > 50;
  return [
    ...(isAside ? [] : beyond(frame, `hip${side}`, "hip flexion", hip.flexion)),
    ...beyond(frame, `hip${side}`, "hip abduction", hip.abduction),
    ...beyond(frame, `hip${side}`, "hip rotation", hip.rotation),
    ...beyond(frame, `knee${side}`, "knee", bendOf(leg.shank, leg.thigh)),
    ...beyond(frame, `ankle${side}`, "ankle", ankleAngle(leg)),
    ...beyond(frame, `toe${side}`, "toe", leg.toe),
    ...beyond(frame, `elbow${side}`, "elbow", bendOf(arm.upper, arm.fore)),
    ...beyond(frame, `shoulder${side}`, "arm behind the body", armBehind(body, side)),
    ...beyond(frame, `wrist${side}`, "wrist", wristAngle(body, side)),
  ];
}

function beyond(frame: string, joint: string, limit: keyof typeof limits, value: number): FigureFault[] {
  const [low, high] = limits[limit];
  // What is drawn is rounded too: half a degree is no bend.
  if (value >= low - 0.5 && value <= high + 0.5) return [];
  return [
    { frame, joint, message: `${limit} is ${value.toFixed(0)}°, allowed are ${String(low)}° to ${String(high)}°` },
  ];
}
