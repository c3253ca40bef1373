import { pointOf, spineAt, type Body } from "./body";
import { sides } from "./names";
import type { Vector } from "./space";
import { flatLength, flatMinus, flatPlus, flatTimes, project, type Flat, type View } from "./view";

/** A round piece of the body on the picture (cm). */
type Disc = { at: Flat; radius: number };

/** The body as discs, a finger's breadth wider than it is drawn, to keep arrows clear of it. */
export function discsOf(view: View, body: Body): Disc[] {
  const discs: Disc[] = [];
  const bar = (from: Flat, to: Flat, r0: number, r1: number) => {
    for (let i = 0; i <= 6; i += 1) {
      discs.push({ at: flatPlus(from, flatTimes(flatMinus(to, from), i / 6)), radius: r0 + ((r1 - r0) * i) / 6 });
    }
  };
  const flat = (at: Vector) => project(view, at);
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

/** How far (cm) a row of points stays from the discs; less than 0 when it runs through one. */
export const clearanceOf = (way: readonly Flat[], discs: readonly Disc[]): number =>
  Math.min(...way.flatMap((at) => discs.map((disc) => flatLength(flatMinus(at, disc.at)) - disc.radius)));

/** The nearest place beside the way that leaves 4 cm to the body; the clearest of those tried when none does. */
export function setAside(way: readonly Flat[], discs: readonly Disc[]): Flat[] {
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
    clearanceOf(
      way.map((at) => flatPlus(at, offset)),
      discs,
    );
  const place =
    candidates.find((offset) => clear(offset) >= 4) ??
    candidates.reduce((best, one) => (clear(one) > clear(best) ? one : best));
  return way.map((at) => flatPlus(at, place));
}
