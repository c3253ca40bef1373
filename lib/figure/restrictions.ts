import { pointOf } from "./body";
import { viewBox, draw, keyPicture, type Drawing } from "./figure";
import type { Point } from "./names";
import type { FigureRecord } from "./record";
import { numberText } from "./shape";
import { project } from "./view";

/** What a restriction's drawing shows: a posture that is not allowed, or a thing that is worn or counted. */
type Shown = {
  record: FigureRecord;
  /** The key pose that tells it; the first unless told. */
  key?: number;
  /** Markup laid over the figure, from where points of the body stand on the picture. */
  over?: (at: (point: Point) => readonly [x: number, y: number]) => string;
  /** A posture that is not allowed is struck through; a brace is not. */
  isStruck: boolean;
  /** Wider than high: whoever stands upright is shown in a square. */
  isWide?: boolean;
};

const steps = [{}, {}, {}, {}];
const onHips = {
  handR: { on: "root", off: [-11, 9, 15] },
  handL: { on: "root", off: [-11, 9, -15] },
} as const;
const backward = [-1, -0.2, 0.7] as const;

const path = (points: readonly (readonly [number, number])[], width: number, look: string) =>
  `<path class="${look}" style="stroke-width:${String(width)}" d="M${points.map((point) => point.map(numberText).join(" ")).join("L")}"/>`;
const ring = ([x, y]: readonly [number, number], r: number, look: string) =>
  `<path class="${look}" d="M${numberText(x - r)} ${numberText(y)}a${String(r)} ${String(r)} 0 1 1 ${String(2 * r)} 0a${String(r)} ${String(r)} 0 1 1 ${String(-2 * r)} 0z"/>`;

const shown = {
  "no-bending": {
    record: {
      base: "standing",
      start: { x: -12, y: 88, pitch: 34, lumbar: 40, thorax: 24, neck: 6, sh: 88, el: 6 },
      keys: [{}],
      moves: ["torso"],
    },
    isStruck: true,
  },
  "no-twisting": {
    record: {
      base: "standing",
      view: "quarter",
      start: { foot: [0, 6.5, 12], y: 88.6, lumbarRot: 16, thoraxRot: 34, neckRot: 12, sh: 26, el: 84, shAbd: 14 },
      keys: [{}],
      moves: ["torso"],
      arrows: [{ around: "crown", r: 16, ry: 6, arc: [200, 340], to: 0 }],
    },
    isStruck: true,
  },
  "no-lifting": {
    record: {
      base: "standing",
      start: { x: -19, y: 46, pitch: 51, neck: -20, sh: 66, el: 8 },
      keys: [{}],
      moves: ["armR", "armL"],
      props: [{ name: "box", size: [28, 26] }],
    },
    isStruck: true,
    isWide: true,
  },
  "lift-limit": {
    record: {
      base: "standing",
      start: { x: -4, sh: 12, el: 74 },
      keys: [{}],
      moves: ["armR", "armL"],
      props: [{ name: "box", size: [34, 36] }],
    },
    isStruck: true,
  },
  "no-impact": {
    record: {
      ...{ base: "standing", keys: steps, moves: ["legR", "legL"], drive: "run", cycle: 0.75 },
      ...{ fk: ["footR", "footL"], ground: true, shoes: true },
    },
    key: 1,
    isStruck: true,
  },
  "no-overhead": {
    record: {
      base: "standing",
      start: { sh: 166, el: 12 },
      keys: [{}],
      moves: ["armR", "armL"],
      props: [{ name: "box", size: [30, 24] }],
    },
    isStruck: true,
  },
  "no-immersion": {
    record: {
      ...{ base: "standing", keys: steps, moves: ["legR", "legL"], drive: "waterGait", cycle: 2.2 },
      ...{ fk: ["footR", "footL"], ground: true, props: [{ name: "pool", at: [0, 118] }] },
    },
    isStruck: true,
    isWide: true,
  },
  "no-extension": {
    record: {
      base: "standing",
      start: { palm: [0.5, -0.8, 0], lumbar: -26, thorax: -18, neck: -4, x: 4 },
      keys: [{}],
      moves: ["torso"],
      ik: ["handR", "handL"],
      attach: onHips,
      bend: { handR: backward, handL: backward },
    },
    isStruck: true,
  },
  "no-side-bending": {
    record: {
      base: "standingFront",
      start: { foot: [0, 6.5, 14], y: 88.6, lumbarSide: 20, thoraxSide: 20, z: -3, shAbdR: 24, shAbdL: -8 },
      keys: [{}],
      moves: ["torso"],
    },
    isStruck: true,
  },
  brace: {
    record: { base: "standingFront", keys: [{}], moves: [] },
    over: (at) => {
      const [[rx, ry], [x, y]] = [at("root"), at("chest")];
      const on = (share: number) => [rx + (x - rx) * share, ry + (y - ry) * share] as const;
      return path([on(0.06), on(0.72)], 31, "weight") + path([on(0.3), on(0.5)], 5, "mat-edge");
    },
    isStruck: false,
  },
  collar: {
    record: { base: "standing", keys: [{}], moves: [], zoom: { on: "head", w: 84, dy: 12 } },
    over: (at) => {
      const [[x, y], [hx, hy]] = [at("upperBack"), at("head")];
      const on = (share: number, aside: number) => [x + (hx - x) * share + aside, y + (hy - y) * share] as const;
      return path([on(0.47, -3), on(0.5, 9)], 9, "band");
    },
    isStruck: false,
  },
  "sit-limit": {
    record: { base: "seated", keys: [{}], moves: [] },
    over: (at) => {
      const [x, y] = at("crown");
      const [cx, cy] = [x + 62, y + 16];
      return (
        ring([cx, cy], 17, "prop-top") +
        ring([cx, cy], 17, "tube") +
        path(
          [
            [cx, cy - 10],
            [cx, cy],
            [cx + 7, cy + 5],
          ],
          3,
          "tube",
        )
      );
    },
    isStruck: false,
    isWide: true,
  },
  driving: {
    record: {
      base: "seated",
      start: { sh: 52, el: 30 },
      keys: [{}],
      moves: ["armR", "armL"],
    },
    over: (at) => {
      const [x, y] = at("palmR");
      return path(
        [
          [x + 9, y + 17],
          [x - 3, y - 16],
        ],
        5,
        "tube thick",
      );
    },
    isStruck: true,
    isWide: true,
  },
} as const satisfies Readonly<Record<string, Shown>>;

/** A restriction's drawing as the inside of an `svg` element with its view box. */
export type RestrictionDrawing = { inside: string; viewBox: string; isStruck: boolean };

/** Draws what a restriction forbids, or what is worn; without movement. */
export function restrictionDrawing(kind: keyof typeof shown): RestrictionDrawing {
  const { record, key = 0, over, isStruck, isWide = false }: Shown = shown[kind];
  const drawing: Drawing = draw(record);
  const body = drawing.movement.keys[key];
  const onTop = body && over ? over((point) => project(drawing.scene.view, pointOf(body, point))) : "";
  const { x, w, h } = drawing.canvas;
  const canvas = isWide ? drawing.canvas : { ...drawing.canvas, x: x + (w - h) / 2, w: h };
  return { inside: keyPicture(drawing, key) + onTop, viewBox: viewBox(canvas), isStruck };
}
