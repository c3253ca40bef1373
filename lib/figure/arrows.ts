import { pointOf, spineAt, type Body } from "./body";
import { sides } from "./names";
import type { FigureArrow } from "./record";
import type { Scene } from "./scene";
import { polygon, smoothLine, still, type Part } from "./shape";
import { solve } from "./solve";
import { blend } from "./timeline";
import { flatLength, flatMinus, flatPlus, flatTimes, project, type Flat, type View } from "./view";

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
  const from = arrow.from ?? 0;
  const to = arrow.to ?? movement.keys.length - 1;
  if (to !== key) return undefined;
  const [a, b] = [movement.setup.keys[from], movement.setup.keys[to]];
  if (!a || !b) return undefined;
  const way = Array.from({ length: 9 }, (_, i) =>
    project(view, pointOf(solve(blend(a, b, i / 8, scene.record.keys[to]), movement.setup), arrow.of)),
  );
  const long = longEnough(way);
  if (arrow.by) return long.map((at) => flatPlus(at, [arrow.by?.[0] ?? 0, -(arrow.by?.[1] ?? 0)]));
  return setAside(long, discsOf(view, body));
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

type Disc = { at: Flat; radius: number };

/** The body as discs, to keep arrows clear of it. */
function discsOf(view: View, body: Body): Disc[] {
  const discs: Disc[] = [];
  const bar = (from: Flat, to: Flat, r0: number, r1: number) => {
    for (let i = 0; i <= 6; i += 1) {
      discs.push({ at: flatPlus(from, flatTimes(flatMinus(to, from), i / 6)), radius: r0 + ((r1 - r0) * i) / 6 });
    }
  };
  const flat = (at: Parameters<typeof project>[1]) => project(view, at);
  for (const side of sides) {
    const { hip, knee, ankle } = body.leg[side];
    bar(flat(hip), flat(knee), 9.5, 6.5);
    bar(flat(knee), flat(ankle), 7, 4);
    bar(flat(ankle), flat(pointOf(body, `tip${side}`)), 5, 3);
    const { shoulder, elbow, wrist } = body.arm[side];
    bar(flat(shoulder), flat(elbow), 6, 5);
    bar(flat(elbow), flat(wrist), 5, 3.5);
    bar(flat(wrist), flat(pointOf(body, `palm${side}`)), 3.5, 5);
  }
  bar(flat(spineAt(body, 0)), flat(spineAt(body, 4)), 13, 12);
  bar(flat(spineAt(body, 4)), flat(spineAt(body, 7)), 13, 13);
  discs.push({ at: flat(pointOf(body, "head")), radius: 13 });
  return discs;
}

/** The nearest place beside the way that leaves 4 cm to the body; the farthest tried when none does. */
function setAside(way: readonly Flat[], discs: readonly Disc[]): Flat[] {
  const first = way[0] ?? [0, 0];
  const last = way[way.length - 1] ?? first;
  const straight = flatMinus(last, first);
  const size = Math.max(flatLength(straight), 0.1);
  const square: Flat = [straight[1] / size, -straight[0] / size];
  const candidates: Flat[] = [];
  for (let d = 8; d <= 23; d += 2.5) candidates.push(flatTimes(square, d), flatTimes(square, -d));
  for (let d = 10; d <= 28; d += 3) {
    for (let k = 0; k < 8; k += 1) candidates.push([d * Math.cos((k * Math.PI) / 4), d * Math.sin((k * Math.PI) / 4)]);
  }
  candidates.sort((a, b) => flatLength(a) - flatLength(b));
  const clear = (offset: Flat): number =>
    Math.min(
      ...way.flatMap((at) => discs.map((disc) => flatLength(flatMinus(flatPlus(at, offset), disc.at)) - disc.radius)),
    );
  const place =
    candidates.find((offset) => clear(offset) >= 4) ??
    candidates.reduce((best, one) => (clear(one) > clear(best) ? one : best));
  return way.map((at) => flatPlus(at, place));
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
