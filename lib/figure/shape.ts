import { middleOf, onPicture, type Flat } from "./view";

/** A command of a path with its numbers (cm). */
export type Segment = readonly [command: string, ...numbers: number[]];
export type Shape = readonly Segment[];

/** Something drawn: a shape in its own axes, put down at a place and turned (degrees). The class says how it looks. */
export type Part = {
  key: string;
  look: string;
  x: number;
  y: number;
  angle: number;
  shape: Shape;
  isHidden?: boolean;
};

/** A part whose shape is given in the axes of the picture. */
export const still = (key: string, look: string, shape: Shape): Part => ({ key, look, x: 0, y: 0, angle: 0, shape });

/** One smooth closed line around control points: a quadratic B-spline. */
export function smoothRing(points: readonly Flat[]): Shape {
  const middles = points.map((point, index) => middleOf(point, points[(index + 1) % points.length] ?? point));
  const last = middles[middles.length - 1] ?? [0, 0];
  const again = Math.floor(points.length / 2);
  return [
    ["M", ...last],
    ...middles.map((middle, index): Segment => {
      // Each T continues the curve before it; the rounded numbers drift, so half-way the control point is given again.
      const control = index === 0 || index === again ? points[index] : undefined;
      return control ? ["Q", ...control, ...middle] : ["T", ...middle];
    }),
    ["Z"],
  ];
}

/** A smooth open line that begins and ends at the first and last point. */
export function smoothLine(points: readonly Flat[]): Shape {
  const [first, second] = points;
  const last = points[points.length - 1];
  if (!first || !second || !last) return [];
  const middles = points.slice(1, -1).map((point, index) => middleOf(point, points[index + 2] ?? point));
  return [
    ["M", ...first],
    ...middles.map((middle, index): Segment => (index === 0 ? ["Q", ...second, ...middle] : ["T", ...middle])),
    ["L", ...last],
  ];
}

export const polygon = (points: readonly Flat[]): Shape => [
  ...points.map((point, index): Segment => [index === 0 ? "M" : "L", ...point]),
  ["Z"],
];

export const polyline = (points: readonly Flat[]): Shape =>
  points.map((point, index): Segment => [index === 0 ? "M" : "L", ...point]);

export const ellipse = ([x, y]: Flat, rx: number, ry = rx): Shape => [
  ["M", x - rx, y],
  ["A", rx, ry, 0, 1, 1, x + rx, y],
  ["A", rx, ry, 0, 1, 1, x - rx, y],
  ["Z"],
];

/** A path as text, read into segments; absolute M, L, C and Z only. */
export function readPath(text: string): Shape {
  const segments: Segment[] = [];
  for (const [, command = "", rest = ""] of text.matchAll(/([MLCZ])([^MLCZ]*)/g)) {
    const numbers = [...rest.matchAll(/-?(?:\d+\.?\d*|\.\d+)/g)].map(([digits]) => Number(digits));
    if (command === "Z") segments.push(["Z"]);
    const size = command === "C" ? 6 : 2;
    for (let at = 0; at < numbers.length; at += size) segments.push([command, ...numbers.slice(at, at + size)]);
  }
  return segments;
}

/** The shape with each of its points moved; arcs are not understood. */
export const movePoints = (shape: Shape, move: (x: number, y: number) => Flat): Shape =>
  shape.map(([command, ...numbers]): Segment => {
    const moved = Array.from({ length: numbers.length / 2 }, (_, i) =>
      move(numbers[2 * i] ?? 0, numbers[2 * i + 1] ?? 0),
    );
    return [command, ...moved.flat()];
  });

/** The points that the shape is spanned by, on the picture. */
export function pointsOf({ x, y, angle, shape }: Part): Flat[] {
  const points: Flat[] = [];
  for (const [command, ...numbers] of shape) {
    for (let at = command === "A" ? 5 : 0; at + 1 < numbers.length; at += 2) {
      points.push(onPicture([x, y], angle, [numbers[at] ?? 0, numbers[at + 1] ?? 0]));
    }
  }
  return points;
}

/** The shape as the text of a path; numbers with one decimal. Arcs are written from where they begin: a round end then reads the same on every bone. */
export function pathText(shape: Shape): string {
  let [x, y] = [0, 0];
  return shape
    .map(([command, ...numbers]) => {
      const [toX, toY] = numbers.slice(-2).map(tenths);
      const own = command === "A" ? [...numbers.slice(0, 5), tenths((toX ?? 0) - x), tenths((toY ?? 0) - y)] : numbers;
      [x, y] = [toX ?? x, toY ?? y];
      return (command === "A" ? "a" : command) + numbersText(own);
    })
    .join("");
}

const tenths = (value: number): number => Math.round(value * 10) / 10;

export function numbersText(numbers: readonly number[]): string {
  return numbers
    .map(numberText)
    .reduce((text, one) => (text === "" || one.startsWith("-") ? text + one : `${text} ${one}`), "");
}

export function numberText(value: number): string {
  const rounded = tenths(value);
  return rounded === 0 ? "0" : String(rounded).replace(/^(-?)0\./, "$1.");
}
