import type { Drawing } from "../figure";
import { pointOf } from "../body";
import { angleBetween } from "../measure";
import { points, sides, type Point } from "../names";
import { distance, length, subtract } from "../space";
import type { Movement, Step } from "../timeline";
import { frameOf, type FigureFault } from "./fault";

/** Bounds of a movement (cm, degrees, cm/s); walking and swimming are faster than exercises, and a runner's foot swings faster than a walker's. */
const bounds = { jump: 25, fastJump: 30, turn: 35, speed: 100, fastSpeed: 260, runSpeed: 450 } as const;
/** A round of a loop, and a picture with the way to the next, are no shorter (s): what flashes more than three times a second can harm. */
const shortest = { round: 0.7, picture: 0.35 } as const;
const watched: readonly Point[] = ["wristR", "wristL", "ankleR", "ankleL", "head"];

/** Jumps, turns and speed that no person shows, and a last moment that is not the first again. */
export function motionFaults({ movement, scene }: Drawing): FigureFault[] {
  const { steps } = movement;
  const isFast = scene.record.drive !== undefined || scene.record.turns !== undefined;
  const fastSpeed = scene.record.drive === "run" ? bounds.runSpeed : bounds.fastSpeed;
  const [jump, speed] = isFast ? [bounds.fastJump, fastSpeed] : [bounds.jump, bounds.speed];
  return [
    ...endFaults(movement),
    ...flashFaults(movement),
    ...steps.flatMap((step, index): FigureFault[] => {
      const before = steps[index - 1];
      if (!before || before.time === step.time || before.body === step.body) return [];
      const frame = frameOf(step, index);
      return [
        ...points.flatMap((point) =>
          over(frame, point, distance(pointOf(before.body, point), pointOf(step.body, point)), jump, "jumps", "cm"),
        ),
        ...turnsOf(before, step).flatMap(([joint, angle]) =>
          angle <= bounds.turn ? [] : [{ frame, joint, message: `turns ${angle.toFixed(0)}° in one step` }],
        ),
        ...watched.flatMap((point) => over(frame, point, speedOf(before, step, point), speed, "moves", "cm/s")),
      ];
    }),
  ];
}

function over(frame: string, joint: string, value: number, bound: number, verb: string, unit: string): FigureFault[] {
  return value <= bound
    ? []
    : [{ frame, joint, message: `${verb} ${value.toFixed(0)} ${unit}, at most ${String(bound)}` }];
}

const speedOf = (a: Step, b: Step, point: Point): number =>
  distance(pointOf(a.body, point), pointOf(b.body, point)) / (b.time - a.time);

/** How far foot, hand and face turn between two moments (degrees). */
function turnsOf({ body: a }: Step, { body: b }: Step): [joint: string, angle: number][] {
  return [
    ...sides.flatMap((side): [string, number][] => [
      [`foot${side}`, angleBetween(a.leg[side].foot.x, b.leg[side].foot.x)],
      [`hand${side}`, angleBetween(a.arm[side].hand.y, b.arm[side].hand.y)],
    ]),
    ["head", angleBetween(a.head.x, b.head.x)],
  ];
}

function flashFaults({ steps, keys, isLoop }: Movement): FigureFault[] {
  const end = steps[steps.length - 1]?.time ?? 0;
  const shown = (frame: string, seconds: number, bound: number): FigureFault[] =>
    seconds >= bound
      ? []
      : [{ frame, joint: "record", message: `is shown for ${seconds.toFixed(2)} s, at least ${String(bound)}` }];
  if (isLoop) return shown("key 1", end, shortest.round);
  if (keys.length < 2) return [];
  return keys.flatMap((_, key) => {
    const [from, to] = [key, key + 1].map((of) => steps.find((step) => step.key === of)?.time ?? end);
    return shown(`key ${String(key + 1)}`, (to ?? end) - (from ?? 0), shortest.picture);
  });
}

function endFaults({ steps }: Movement): FigureFault[] {
  const [first, last] = [steps[0], steps[steps.length - 1]];
  if (!first || !last) return [];
  return points.flatMap((point) => {
    const cm = length(subtract(pointOf(last.body, point), pointOf(first.body, point)));
    return cm <= 0.05
      ? []
      : [{ frame: "last step", joint: point, message: `is ${cm.toFixed(2)} cm from where it began` }];
  });
}
