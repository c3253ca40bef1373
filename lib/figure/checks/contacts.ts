import { pointOf, type Body } from "../body";
import { limbs, type Limb, type Point } from "../names";
import type { Numbers, Setup } from "../setup";
import { distance, type Vector } from "../space";
import type { Movement, Step } from "../timeline";
import type { FigureFault } from "./fault";

/** How far (cm) a hand or foot may end from its target. */
const reachBound = 0.1;
/** How far (cm) what touches the same place in two neighbouring keys may stray from it between them. */
const contactBound = 0.3;

/** Hands and feet that end short of what they touch. */
export function reachFaults(frame: string, body: Body): FigureFault[] {
  return [...body.missed].flatMap(([limb, cm]) =>
    cm <= reachBound ? [] : [{ frame, joint: limb, message: `ends ${cm.toFixed(2)} cm from its target` }],
  );
}

/** Hands, feet and anchors that slide on their way between two keys that put them on the same place. */
export function contactFaults({ setup, steps, isLoop }: Movement): FigureFault[] {
  if (isLoop) return [];
  return steps.flatMap((step, index) => {
    const [from, to] = neighbours(steps, index);
    const [a, b] = [setup.keys[from], setup.keys[to]];
    const start = steps.find(({ key }) => key === from);
    if (!a || !b || !start || step.key !== undefined) return [];
    const frame = `step ${String(index + 1)}`;
    return [
      ...anchorSlides(setup, step.body),
      ...limbs.flatMap((limb) => limbSlides(setup, limb, [a, b], start, step)),
    ].map(([joint, cm]) => ({ frame, joint, message: `slides ${cm.toFixed(1)} cm from where it touched` }));
  });
}

/** The keys before and after a step. */
function neighbours(steps: readonly Step[], index: number): readonly [number, number] {
  const before = steps.slice(0, index + 1).findLast(({ key }) => key !== undefined)?.key ?? 0;
  return [before, steps.slice(index).find(({ key }) => key !== undefined)?.key ?? 0];
}

type Slide = readonly [joint: string, cm: number];

function anchorSlides({ anchor }: Setup, body: Body): Slide[] {
  if (!anchor) return [];
  const now = pointOf(body, anchor.point);
  const off = anchor.at.map((wanted, axis) => (wanted === null ? 0 : Math.abs((now[axis] ?? 0) - wanted)));
  const cm = Math.max(...off);
  return cm <= contactBound ? [] : [[anchor.point, cm]];
}

/** A foot may turn about its heel or its ball; a hand stays where it is. */
function limbSlides(setup: Setup, limb: Limb, [a, b]: readonly [Numbers, Numbers], start: Step, step: Step): Slide[] {
  if (!setup.targets.has(limb) || setup.attach.has(limb)) return [];
  if ([0, 1, 2].some((axis) => a[`${limb}.${String(axis)}`] !== b[`${limb}.${String(axis)}`])) return [];
  const side = limb.endsWith("R") ? "R" : "L";
  const touching: readonly Point[] = limb.startsWith("hand")
    ? [`wrist${side}`]
    : [`ankle${side}`, `heel${side}`, `ball${side}`];
  const place = (body: Body, point: Point): Vector => pointOf(body, point);
  const cm = Math.min(...touching.map((point) => distance(place(start.body, point), place(step.body, point))));
  return cm <= contactBound ? [] : [[limb, cm]];
}
