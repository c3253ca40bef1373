import type { Body } from "./body";
import { blocksOf, placeOf, sizeOf, type BlockProp, type Ground } from "./furniture";
import type { FigureProp } from "./record";
import { ellipse, polyline, still, type Part } from "./shape";
import { boxParts, furniture } from "./solids";
import type { Vector } from "./space";
import { project, type View } from "./view";

/** Where a prop lies among the layers of the body. */
export type PropLayer = "back" | "between" | "carried" | "front";
export type PropParts = readonly (readonly [PropLayer, readonly Part[]])[];

export type PropScene = { view: View; body: Body; ground: Ground; prop: FigureProp; key: string };
export type DrawProp = (scene: PropScene) => PropParts;

export const at = ({ prop }: PropScene, axis: 0 | 1 | 2, otherwise: number): number => placeOf(prop, axis, otherwise);
export const size = ({ prop }: PropScene, index: number, otherwise: number): number => sizeOf(prop, index, otherwise);

export function line(scene: PropScene, name: string, look: string, points: readonly Vector[]): Part {
  return still(`${scene.key} ${name}`, look, polyline(points.map((point) => project(scene.view, point))));
}
export function box(scene: PropScene, name: string, low: Vector, high: Vector): Part[] {
  return boxParts(`${scene.key} ${name}`, scene.view, low, high, furniture);
}
/** The solid pieces of a thing, where they are that no body passes through. */
export const blocks = (scene: PropScene, name: BlockProp): Part[][] =>
  blocksOf(name, scene.prop, scene.ground).map(({ low, high }, index) =>
    box(scene, `block ${String(index)}`, low, high),
  );
export function disc(scene: PropScene, name: string, look: string, centre: Vector, radius: number): Part {
  const [x, y] = project(scene.view, centre);
  return { key: `${scene.key} ${name}`, look, x, y, angle: 0, shape: ellipse([0, 0], radius) };
}
