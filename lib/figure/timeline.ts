import { pointOf, type Body } from "./body";
import { catmullRom, drives } from "./drives";
import type { Point } from "./names";
import type { FigureKey, FigureRecord } from "./record";
import { solve } from "./solve";
import { setUp, type Numbers, type Setup } from "./setup";
import { distance } from "./space";
import { gapBetween } from "./swing";
import { viewOf, type View } from "./view";

/** A body at a moment of the movement (seconds). */
export type Step = {
  time: number;
  body: Body;
  /** The key that is held. */
  key?: number;
  /** The nearest key. */
  near: number;
};

export type Movement = {
  setup: Setup;
  /** First to last moment; the last equals the first. A loop's moments are evenly spaced. */
  steps: readonly Step[];
  /** The key poses. */
  keys: readonly Body[];
  isLoop: boolean;
};

const joints: readonly Point[] = [
  "head",
  "kneeR",
  "kneeL",
  "ankleR",
  "ankleL",
  "elbowR",
  "elbowL",
  "wristR",
  "wristL",
  "root",
];

/** Steps of one move, and how far (cm) a bone may part from the next between two of them. */
const mostSteps = 9;
const widestGap = 1.3;

/** All moments of a figure's movement. Throws a plain Error that names key and name when the record lacks a value. */
export function movementOf(record: FigureRecord): Movement {
  const setup = setUp(record);
  if (record.drive || record.cycle !== undefined) return loop(record, setup);
  const keys = setup.keys.map((numbers) => solve(numbers, setup));
  const steps: Step[] = [];
  let time = 0;
  for (const [index, body] of keys.entries()) {
    steps.push({ time, body, key: index, near: index });
    time += record.keys[index]?.hold ?? 0.5;
    steps.push({ time, body, key: index, near: index });
    if (keys.length === 1) break;
    const next = (index + 1) % keys.length;
    const seconds = (next === 0 ? record.back : record.keys[next]?.move) ?? 1.4;
    steps.push(...between(setup, record.keys[next], index, next, time, seconds));
    time += seconds;
  }
  const first = keys[0];
  if (first && keys.length > 1) steps.push({ time, body: first, key: 0, near: 0 });
  return { setup, steps, keys, isLoop: false };
}

/** The moments strictly between two keys: even in space, so that the easing lies in their times; none in a cut. */
function between(
  setup: Setup,
  to: FigureKey | undefined,
  from: number,
  next: number,
  start: number,
  seconds: number,
): Step[] {
  const a = setup.keys[from];
  const b = setup.keys[next];
  if (!a || !b || seconds === 0) return [];
  const at = (share: number): Body => solve(blend(a, b, share, to), setup);
  const quarters = [0, 0.25, 0.5, 0.75, 1].map(at);
  const path = Math.max(...joints.map((joint) => pathOf(quarters, joint)));
  // The more moves, the fewer steps each: a figure is sent with its page.
  const enough = Math.min(setup.keys.length > 3 ? 5 : mostSteps, Math.max(3, Math.ceil(path / 11)));
  const bodies = withoutGaps(at, viewOf(setup.view), enough);
  return bodies.slice(1, -1).map((body, index) => {
    const share = (index + 1) / (bodies.length - 1);
    const time = start + (seconds * Math.acos(1 - 2 * share)) / Math.PI;
    return { time, body, near: share < 0.5 ? from : next };
  });
}

/** Both keys and what lies between them: more steps where a bone swings so fast on the picture that it would part from the next. */
function withoutGaps(at: (share: number) => Body, view: View, enough: number): Body[] {
  for (let count = enough; ; count += 1) {
    const bodies = Array.from({ length: count + 1 }, (_, index) => at(index / count));
    const gapes = bodies.some((body, index) => gapBetween(view, bodies[index - 1] ?? body, body) > widestGap);
    if (!gapes || count >= mostSteps) return bodies;
  }
}

function pathOf(bodies: readonly Body[], joint: Point): number {
  return bodies.reduce((sum, body, index) => {
    const before = bodies[index - 1];
    return before ? sum + distance(pointOf(before, joint), pointOf(body, joint)) : sum;
  }, 0);
}

/** The pose between two keys; `arc` of the key that is moved to lifts a target's way. */
export function blend(a: Numbers, b: Numbers, share: number, to: FigureKey | undefined): Numbers {
  const numbers: Record<string, number> = {};
  for (const [name, value] of Object.entries(a)) numbers[name] = value + ((b[name] ?? value) - value) * share;
  for (const [limb, lift] of Object.entries(to?.arc ?? {})) {
    const name = `${limb}.1`;
    numbers[name] = (numbers[name] ?? 0) + (lift ?? 0) * 4 * share * (1 - share);
  }
  return numbers;
}

function loop(record: FigureRecord, setup: Setup): Movement {
  const seconds = record.cycle ?? 1.6;
  const loopSteps = record.turns ? 24 : 16;
  const at = (phase: number): Body => {
    const numbers = roundBlend(setup.keys, phase, record);
    return solve(record.drive ? { ...numbers, ...drives[record.drive](phase) } : numbers, setup);
  };
  const steps = Array.from({ length: loopSteps + 1 }, (_, index) => ({
    time: (seconds * index) / loopSteps,
    body: at((index % loopSteps) / loopSteps),
    near: Math.round((index / loopSteps) * setup.keys.length) % setup.keys.length,
  }));
  const stills = record.drive ? 4 : setup.keys.length;
  const keys = Array.from({ length: stills }, (_, index) => at(index / stills));
  return { setup, steps, keys, isLoop: true };
}

function roundBlend(keys: readonly Numbers[], phase: number, record: FigureRecord): Numbers {
  const place = phase * keys.length;
  const index = Math.floor(place);
  const gains: Readonly<Record<string, number | undefined>> = record.turns ?? {};
  const at = (offset: number): Numbers => {
    const round = Math.floor((index + offset) / keys.length);
    const key = keys[index + offset - round * keys.length] ?? {};
    return round === 0
      ? key
      : Object.fromEntries(Object.entries(key).map(([n, v]) => [n, v + round * (gains[n] ?? 0)]));
  };
  const [a, b, c, d] = [at(-1), at(0), at(1), at(2)];
  return Object.fromEntries(
    Object.entries(b).map(([name, value]) => [
      name,
      catmullRom(a[name] ?? value, value, c[name] ?? value, d[name] ?? value, place - index),
    ]),
  );
}
