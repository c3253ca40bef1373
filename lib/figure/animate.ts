import { numbersText, numberText, pathText, type Part, type Segment } from "./shape";

/** When each step is, as a share of the round (0 to 1), and how wide (cm) the picture is on which it is seen. */
export type Clock = { seconds: number; times: readonly number[]; isEven: boolean; width: number };

/** What the browser may leave out on a picture 150 wide (cm, cm, degrees): a shape, place or angle that lies nearer than this to where it would be without. */
const leave = { shape: 0.35, place: 0.2, angle: 0.4 } as const;
/** Shapes that differ by less than this (cm) are written once. */
const sameShape = 0.5;

/** A row of values and the steps at which they stand; between them the browser goes straight. */
export type Track = { at: readonly number[]; values: readonly (readonly number[])[] };
export type Motion = { place: Track; angle: Track; shape: Track };

/** How a part moves: only the steps that a straight way between two others would miss. */
export function motionOf(all: readonly Part[], { times, width }: Clock): Motion {
  const states = restedWhileHidden(all);
  const by = width / 150;
  const shapes = states.map(({ shape }) => shape.flatMap(([, ...numbers]) => numbers));
  const still = shapes.slice(0, 1);
  const isStill = shapes.every((shape) => apart(shape, still[0] ?? []) <= sameShape);
  return {
    place: thinned(
      states.map(({ x, y }) => [x, y]),
      times,
      leave.place * by,
    ),
    angle: thinned(
      unwrapped(states.map(({ angle }) => angle)).map((angle) => [angle]),
      times,
      leave.angle * by,
    ),
    shape: isStill ? { at: [0], values: still } : thinned(shapes, times, leave.shape * by),
  };
}

/** One part over all steps as SVG: what moves stiffly gets transforms, what changes its shape gets `d`. */
export function animated(states: readonly Part[], clock: Clock): string {
  const first = states[0];
  if (!first) return "";
  const { place, angle, shape } = motionOf(states, clock);
  const moves = changes(place, 0.05);
  const turns = changes(angle, 0.1);
  const hides = states.some(({ isHidden }) => isHidden !== first.isHidden);
  const commands = first.shape.map(([command, ...numbers]) => [command, numbers.length] as const);
  const inner = [
    moves || turns
      ? `<animateTransform attributeName="transform" type="translate" ${over(place, numbersText, clock)}/>`
      : "",
    turns || (moves && first.angle !== 0)
      ? `<animateTransform attributeName="transform" type="rotate" additive="sum" ${over(angle, numbersText, clock)}/>`
      : "",
    shape.values.length > 1
      ? `<animate attributeName="d" ${over(shape, (numbers) => pathText(shapeOf(commands, numbers)), clock)}/>`
      : "",
    hides ? visibility(states, clock) : "",
  ].join("");
  return pathElement(first, inner);
}

/** Shows what stands inside it from one share of the round to another; the window may lie across the end. */
export function shownBetween(from: number, to: number, { seconds }: Clock, inside: string): string {
  const inOrder = from < to;
  const [a, b] = inOrder ? [from, to] : [to, from];
  const values = inOrder ? "hidden;visible;hidden" : "visible;hidden;visible";
  return `<g${inOrder ? ` visibility="hidden"` : ""}><animate attributeName="visibility" calcMode="discrete" values="${values}" keyTimes="0;${share(a)};${share(b)}" ${duration(seconds)}/>${inside}</g>`;
}

/** One part that does not move. */
export const unmoved = (part: Part): string => (part.isHidden ? "" : pathElement(part, ""));

/** The value of a track at a share of the round, as the browser draws it. */
export function valueAt({ at, values }: Track, times: readonly number[], share: number): readonly number[] {
  const next = at.findIndex((step) => (times[step] ?? 1) >= share);
  const b = next < 0 ? at.length - 1 : next;
  const a = Math.max(0, b - 1);
  const [from, to] = [times[at[a] ?? 0] ?? 0, times[at[b] ?? 0] ?? 0];
  return blended(values[a] ?? [], values[b] ?? [], to > from ? (share - from) / (to - from) : 1);
}

const blended = (a: readonly number[], b: readonly number[], share: number): number[] =>
  a.map((value, index) => value + ((b[index] ?? value) - value) * share);

const apart = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((most, value, index) => Math.max(most, Math.abs(value - (b[index] ?? value))), 0);

/** What is hidden need not move: it stays as it was when it was hidden. */
function restedWhileHidden(states: readonly Part[]): Part[] {
  const rested: Part[] = [];
  for (const [index, state] of states.entries()) {
    const before = rested[index - 1];
    rested.push(before && state.isHidden && states[index - 1]?.isHidden ? { ...before } : state);
  }
  return rested;
}

/** The first and last value, and of the others those that the straight way between their neighbours misses by more than `by`. */
function thinned(values: readonly (readonly number[])[], times: readonly number[], by: number): Track {
  const at = [0];
  let from = 0;
  for (let to = 2; to < values.length; to += 1) {
    const [start, end] = [times[from] ?? 0, times[to] ?? 0];
    const isMissed = (step: number): boolean => {
      const way = end > start ? ((times[step] ?? 0) - start) / (end - start) : 0;
      return apart(values[step] ?? [], blended(values[from] ?? [], values[to] ?? [], way)) > by;
    };
    for (let step = from + 1; step < to; step += 1) {
      if (!isMissed(step)) continue;
      from = to - 1;
      at.push(from);
      break;
    }
  }
  if (values.length > 1) at.push(values.length - 1);
  return { at, values: at.map((step) => values[step] ?? []) };
}

const changes = ({ values }: Track, by: number): boolean => values.some((value) => apart(value, values[0] ?? []) > by);

function over({ at, values }: Track, text: (numbers: readonly number[]) => string, clock: Clock): string {
  const isWhole = at.length === clock.times.length;
  const keyTimes =
    clock.isEven && isWhole ? "" : ` keyTimes="${at.map((step) => share(clock.times[step] ?? 0)).join(";")}"`;
  return `values="${values.map(text).join(";")}"${keyTimes} ${duration(clock.seconds)}`;
}

function visibility(states: readonly Part[], { seconds, times }: Clock): string {
  const at = states.flatMap(({ isHidden }, index) =>
    index === 0 || isHidden !== states[index - 1]?.isHidden ? [index] : [],
  );
  const values = at.map((step) => (states[step]?.isHidden ? "hidden" : "visible")).join(";");
  const keyTimes = at.map((step) => share(times[step] ?? 0)).join(";");
  return `<animate attributeName="visibility" calcMode="discrete" values="${values}" keyTimes="${keyTimes}" ${duration(seconds)}/>`;
}

function shapeOf(commands: readonly (readonly [string, number])[], numbers: readonly number[]): Segment[] {
  let next = 0;
  return commands.map(([command, count]): Segment => {
    next += count;
    return [command, ...numbers.slice(next - count, next)];
  });
}

function pathElement({ look, x, y, angle, shape, isHidden }: Part, inner: string): string {
  const place =
    x === 0 && y === 0 && angle === 0 ? "" : ` transform="translate(${numbersText([x, y])})${turnText(angle)}"`;
  const hidden = isHidden ? ` visibility="hidden"` : "";
  const start = `<path class="${look}"${place}${hidden} d="${pathText(shape)}"`;
  return inner === "" ? `${start}/>` : `${start}>${inner}</path>`;
}

const turnText = (angle: number): string => (numberText(angle) === "0" ? "" : `rotate(${numberText(angle)})`);
const duration = (seconds: number): string =>
  `dur="${String(Math.round(seconds * 100) / 100)}s" repeatCount="indefinite"`;
const share = (value: number): string => String(Math.round(value * 1000) / 1000).replace(/^0\./, ".");

/** Angles without a jump of a whole turn between two steps. */
function unwrapped(angles: readonly number[]): number[] {
  const result: number[] = [];
  for (const angle of angles) {
    const before = result[result.length - 1];
    result.push(before === undefined ? angle : angle - 360 * Math.round((angle - before) / 360));
  }
  return result;
}
