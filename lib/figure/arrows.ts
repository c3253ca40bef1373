import { pointOf } from "./body";
import { discsOf, setAside } from "./clearance";
import type { FigureArrow } from "./record";
import type { Scene } from "./scene";
import { polygon, smoothLine, still, type Part } from "./shape";
import { solve } from "./solve";
import { blend } from "./timeline";
import { flatLength, flatMinus, flatPlus, flatTimes, project, type Flat } from "./view";

/** An arrow that follows a point of the body. */
export type PathArrow = Extract<FigureArrow, { of: unknown }>;

const headLong = 6;
const headHalf = 4.2;

/** The arrows that belong to a key: those whose way ends there, and those that stand beside the body. */
export function arrowParts(scene: Scene, key: number): Part[] {
  const arrows = scene.record.arrows ?? [];
  return arrows.flatMap((arrow, index) => {
    const way = wayOf(scene, arrow, key);
    return way ? drawArrow(`arrow ${String(index)}`, way) : [];
  });
}

function wayOf(scene: Scene, arrow: FigureArrow, key: number): Flat[] | undefined {
  const { view, movement } = scene;
  const body = movement.keys[key];
  if (!body) return undefined;
  const isBeside = !("of" in arrow);
  const isFirstOfMany = key === 0 && movement.keys.length > 1 && !movement.isLoop;
  if (isBeside && (arrow.to === undefined ? isFirstOfMany : arrow.to !== key)) return undefined;
  if ("around" in arrow) {
    const centre = project(view, pointOf(body, arrow.around));
    const [from, to] = arrow.arc;
    return Array.from({ length: 9 }, (_, i): Flat => {
      const angle = ((from + ((to - from) * i) / 8) * Math.PI) / 180;
      return [centre[0] + arrow.r * Math.cos(angle), centre[1] - (arrow.ry ?? arrow.r) * Math.sin(angle)];
    });
  }
  if ("at" in arrow) {
    const place = flatPlus(project(view, pointOf(body, arrow.at)), [arrow.off[0], -arrow.off[1]]);
    return [place, flatPlus(place, [arrow.go[0], -arrow.go[1]])];
  }
  if ((arrow.to ?? movement.keys.length - 1) !== key) return undefined;
  const way = travelled(scene, arrow);
  if (way.length === 0) return undefined;
  const long = longEnough(way);
  if (arrow.by) return long.map((at) => flatPlus(at, [arrow.by?.[0] ?? 0, -(arrow.by?.[1] ?? 0)]));
  return setAside(long, discsOf(view, body));
}

/** The way of an arrow's point on the picture; nothing when a key that it names is missing. */
export function travelled({ view, record, movement }: Scene, arrow: PathArrow): Flat[] {
  const to = arrow.to ?? movement.keys.length - 1;
  const [a, b] = [movement.setup.keys[arrow.from ?? 0], movement.setup.keys[to]];
  if (!a || !b) return [];
  return Array.from({ length: 9 }, (_, i) =>
    project(view, pointOf(solve(blend(a, b, i / 8, record.keys[to]), movement.setup), arrow.of)),
  );
}

/** A way of at least 16 cm: shorter ones are drawn out in their own direction. */
function longEnough(way: readonly Flat[]): Flat[] {
  const first = way[0] ?? [0, 0];
  const last = way[way.length - 1] ?? first;
  const straight = flatMinus(last, first);
  const size = flatLength(straight);
  if (size >= 16) return [...way];
  const along = flatTimes(straight, 16 / Math.max(size, 0.1));
  return [flatMinus(last, along), last];
}

function drawArrow(key: string, way: readonly Flat[]): Part[] {
  const last = way[way.length - 1] ?? [0, 0];
  const before = [...way].reverse().find((at) => flatLength(flatMinus(last, at)) >= headLong) ?? way[0] ?? last;
  const back = flatMinus(before, last);
  const size = Math.max(flatLength(back), 0.1);
  const along = flatTimes(back, headLong / size);
  const square: Flat = [(-back[1] / size) * headHalf, (back[0] / size) * headHalf];
  const neck = flatPlus(last, along);
  const shaft = [...way.filter((at) => flatLength(flatMinus(last, at)) > headLong), neck];
  const shape = shaft.length > 2 ? smoothLine(shaft) : smoothLine([shaft[0] ?? neck, neck, neck]);
  const head = polygon([flatPlus(neck, square), last, flatMinus(neck, square)]);
  return [still(`${key} halo`, "halo", shape), still(key, "arrow", shape), still(`${key} head`, "arrow-head", head)];
}
