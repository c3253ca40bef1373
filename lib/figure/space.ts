/** Points and turned frames in space: x forward, y up, z to the person's right, in cm. */
export type Vector = readonly [number, number, number];

/** Three axes at right angles, each of length 1. */
export type Frame = { readonly x: Vector; readonly y: Vector; readonly z: Vector };

export const worldFrame: Frame = { x: [1, 0, 0], y: [0, 1, 0], z: [0, 0, 1] };

export const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vector, by: number): Vector => [a[0] * by, a[1] * by, a[2] * by];
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const length = (a: Vector): number => Math.hypot(...a);
export const distance = (a: Vector, b: Vector): number => length(subtract(a, b));
export const mix = (a: Vector, b: Vector, share: number): Vector => add(a, scale(subtract(b, a), share));

/** The vector with length 1; a vector without length points forward. */
export function unit(a: Vector): Vector {
  const size = length(a);
  return size < 1e-9 ? [1, 0, 0] : scale(a, 1 / size);
}

/** A point given in the frame's own axes, from `origin`. */
export const within = (frame: Frame, origin: Vector, [x, y, z]: Vector): Vector =>
  add(origin, add(scale(frame.x, x), add(scale(frame.y, y), scale(frame.z, z))));

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** The frame turned about its own z axis (degrees); forward bends of joints. */
export function turnZ({ x, y, z }: Frame, degrees: number): Frame {
  const [c, s] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return { x: add(scale(x, c), scale(y, s)), y: subtract(scale(y, c), scale(x, s)), z };
}

/** The frame turned about its own x axis (degrees); bends to the side. */
export function turnX({ x, y, z }: Frame, degrees: number): Frame {
  const [c, s] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return { x, y: add(scale(y, c), scale(z, s)), z: subtract(scale(z, c), scale(y, s)) };
}

/** The frame turned about its own y axis (degrees); turns about the long axis. */
export function turnY({ x, y, z }: Frame, degrees: number): Frame {
  const [c, s] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return { x: subtract(scale(x, c), scale(z, s)), y, z: add(scale(z, c), scale(x, s)) };
}

/** The frame of a bone that points along `down` with its front along `front`. */
export function boneFrame(down: Vector, front: Vector): Frame {
  const y = scale(down, -1);
  const x = unit(subtract(front, scale(y, dot(front, y))));
  return { x, y, z: cross(x, y) };
}
