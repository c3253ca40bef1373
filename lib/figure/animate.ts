import { numbersText, numberText, pathText, type Part, type Shape } from "./shape";

/** Times of the steps as shares of the round; none when they are evenly spaced. */
export type Clock = { seconds: number; times: readonly number[] | undefined };

/** Shapes that differ by less than this (cm) are written once. */
const sameShape = 0.5;

/** One part over all steps as SVG: what moves stiffly gets transforms, what changes its shape gets `d`. */
export function animated(states: readonly Part[], clock: Clock): string {
  const first = states[0];
  if (!first) return "";
  const angles = unwrapped(states.map(({ angle }) => angle));
  const places = states.map(({ x, y }) => [x, y] as const);
  const moves = places.some(([x, y]) => Math.abs(x - first.x) > 0.05 || Math.abs(y - first.y) > 0.05);
  const turns = angles.some((angle) => Math.abs(angle - first.angle) > 0.1);
  const changes = states.some(({ shape }) => differs(shape, first.shape));
  const hides = states.some(({ isHidden }) => isHidden !== first.isHidden);
  const timing = `dur="${numberText2(clock.seconds)}s" repeatCount="indefinite"${
    clock.times ? ` keyTimes="${clock.times.map((time) => threeDigits(time)).join(";")}"` : ""
  }`;
  const inner = [
    moves || turns
      ? `<animateTransform attributeName="transform" type="translate" values="${list(places.map((place) => numbersText(place)))}" ${timing}/>`
      : "",
    turns || (moves && first.angle !== 0)
      ? `<animateTransform attributeName="transform" type="rotate" additive="sum" values="${list(angles.map(numberText))}" ${timing}/>`
      : "",
    changes
      ? `<animate attributeName="d" values="${list(states.map(({ shape }) => pathText(shape)))}" ${timing}/>`
      : "",
    hides
      ? `<animate attributeName="visibility" calcMode="discrete" values="${list(states.map(({ isHidden }) => (isHidden ? "hidden" : "visible")))}" ${timing}/>`
      : "",
  ].join("");
  return pathElement(first, inner);
}

/** One part that does not move. */
export const unmoved = (part: Part): string => (part.isHidden ? "" : pathElement(part, ""));

function pathElement({ look, x, y, angle, shape, isHidden }: Part, inner: string): string {
  const place =
    x === 0 && y === 0 && angle === 0 ? "" : ` transform="translate(${numbersText([x, y])})${turnText(angle)}"`;
  const hidden = isHidden ? ` visibility="hidden"` : "";
  const start = `<path class="${look}"${place}${hidden} d="${pathText(shape)}"`;
  return inner === "" ? `${start}/>` : `${start}>${inner}</path>`;
}

const turnText = (angle: number): string => (numberText(angle) === "0" ? "" : `rotate(${numberText(angle)})`);
const list = (values: readonly string[]): string => values.join(";");
const threeDigits = (value: number): string => String(Math.round(value * 1000) / 1000).replace(/^0\./, ".");
const numberText2 = (value: number): string => String(Math.round(value * 100) / 100);

function differs(a: Shape, b: Shape): boolean {
  return a.some(([, ...numbers], index) => {
    const [, ...others] = b[index] ?? ["M"];
    return numbers.some((number, at) => Math.abs(number - (others[at] ?? 0)) > sameShape);
  });
}

/** Angles without a jump of a whole turn between two steps. */
function unwrapped(angles: readonly number[]): number[] {
  const result: number[] = [];
  for (const angle of angles) {
    const before = result[result.length - 1];
    result.push(before === undefined ? angle : angle - 360 * Math.round((angle - before) / 360));
  }
  return result;
}
