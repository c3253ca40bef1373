import type { Body } from "./body";
import { angleBetween } from "./measure";

/** Whether the whole body turns over: the pelvis faces ways more than 45° apart. Such a figure is drawn with simpler hands and feet, or its file grows too large. */
export function turnsOver(bodies: readonly Body[]): boolean {
  const first = bodies[0]?.pelvis;
  return first !== undefined && bodies.some(({ pelvis }) => angleBetween(first.z, pelvis.z) > 45);
}
