import type { Drawing } from "./figure";
import type { Step } from "./timeline";

/** A picture that stands still longer than this (s) looks stopped. */
const longestHold = 10;
/** What was held is let go no faster than this (s). */
const slowestBack = 2;

/** When in the round (shares of it, 0–1) the held pose stands. */
export type Held = { from: number; to: number };

/**
 * The drawing with its pose held as long as it is prescribed, up to ten seconds, and a slow way back from it; as it was where nothing is held:
 * a loop, a single pose.
 * @param seconds of the prescribed hold
 */
export function heldFor(drawing: Drawing, seconds: number): { drawing: Drawing; held: Held | null } {
  const { movement } = drawing;
  const span = heldSpan(drawing);
  if (!span) return { drawing, held: null };
  const [from, to] = span;
  const { steps } = movement;
  const [start, end] = [timeAt(steps, from), timeAt(steps, to)];
  const hold = Math.min(seconds, longestHold);
  const last = timeAt(steps, steps.length - 1);
  // The way back ends the round only after the last key.
  const isLastKey = !steps.slice(to + 1).some(({ key }) => key !== undefined && key !== 0);
  const slower = isLastKey ? Math.max(1, slowestBack / Math.max(last - end, 0.1)) : 1;
  const moved = steps.map((step, index) =>
    index < to ? step : { ...step, time: start + hold + (step.time - end) * slower },
  );
  const total = timeAt(moved, moved.length - 1);
  return {
    drawing: { ...drawing, movement: { ...movement, steps: moved } },
    held: { from: start / total, to: (start + hold) / total },
  };
}

/** The key that is held: the one that stays longest, of several the last; never the start. Null in a loop and of a single pose. */
export function heldKey({ movement, scene }: Pick<Drawing, "movement" | "scene">): number | null {
  const { keys } = scene.record;
  if (movement.isLoop || keys.length < 2) return null;
  const holds = keys.map(({ hold }) => hold ?? 0.5);
  const longest = Math.max(...holds.slice(1));
  return holds.lastIndexOf(longest);
}

/** First and last step of the held key. */
function heldSpan(drawing: Drawing): [number, number] | null {
  const key = heldKey(drawing);
  if (key === null) return null;
  const of = drawing.movement.steps.flatMap((step, index) => (step.key === key ? [index] : []));
  const [from, to] = of;
  return from === undefined || to === undefined ? null : [from, to];
}

const timeAt = (steps: readonly Step[], index: number): number => steps[index]?.time ?? 0;
