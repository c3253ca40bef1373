import type { ViewName } from "./names";
import { cross, dot, unit, type Vector } from "./space";

/** A place on the picture in cm, x to the right and y down. */
export type Flat = readonly [number, number];

/** An oblique parallel projection: `u` points right on the picture, `v` up; what is nearer is larger along `toViewer`. */
export type View = { name: ViewName; u: Vector; v: Vector; toViewer: Vector };

const axes: Readonly<Record<ViewName, readonly [Vector, Vector]>> = {
  side: [
    [1, 0, -0.16],
    [0, 1, -0.1],
  ],
  quarter: [
    [0.64, 0, -0.77],
    [-0.26, 1, -0.2],
  ],
  front: [
    [0.1, 0, -1],
    [-0.22, 1, 0],
  ],
  frontHigh: [
    [0.14, 0, -1],
    [-0.42, 1, 0],
  ],
  back: [
    [0.08, 0, 1],
    [0.2, 1, 0],
  ],
  top: [
    [1, 0, 0],
    [0, 0.15, -1],
  ],
};

export function viewOf(name: ViewName): View {
  const [u, v] = axes[name];
  return { name, u, v, toViewer: unit(cross(u, v)) };
}

export const project = (view: View, point: Vector): Flat => [dot(view.u, point), -dot(view.v, point)];

export const flatLength = ([x, y]: Flat): number => Math.hypot(x, y);
export const flatMinus = (a: Flat, b: Flat): Flat => [a[0] - b[0], a[1] - b[1]];
export const flatPlus = (a: Flat, b: Flat): Flat => [a[0] + b[0], a[1] + b[1]];
export const flatTimes = (a: Flat, by: number): Flat => [a[0] * by, a[1] * by];
export const middleOf = (a: Flat, b: Flat): Flat => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** The angle of a direction on the picture (degrees, clockwise from the right). */
export const angleOf = ([x, y]: Flat): number => (Math.atan2(y, x) * 180) / Math.PI;

/** A point of the picture in the axes of a part that stands at `origin`, turned by `angle`. */
export function inPart(origin: Flat, angle: number, at: Flat): Flat {
  const [dx, dy] = flatMinus(at, origin);
  const [c, s] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return [dx * c + dy * s, dy * c - dx * s];
}

/** The way back: a point of a part's own axes on the picture. */
export function onPicture(origin: Flat, angle: number, [x, y]: Flat): Flat {
  const [c, s] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  return [origin[0] + x * c - y * s, origin[1] + x * s + y * c];
}
