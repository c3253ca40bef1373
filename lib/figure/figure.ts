import { animated, shownBetween, unmoved, type Clock } from "./animate";
import { arrowParts } from "./arrows";
import { canvasOf, type Canvas } from "./canvas";
import type { FigureRecord } from "./record";
import { partsOf, sceneOf, type Scene } from "./scene";
import { numberText, type Part } from "./shape";
import { movementOf, type Movement } from "./timeline";

/** A figure's moments and parts, computed once for all its pictures. */
export type Drawing = {
  scene: Scene;
  movement: Movement;
  /** The parts of each step; every step has the same parts in the same order. */
  frames: readonly (readonly Part[])[];
  /** The parts of each key pose, and its arrows. */
  stills: readonly { parts: readonly Part[]; arrows: readonly Part[] }[];
  canvas: Canvas;
};

/** A figure drawn to be put on a page as SVG. Throws a plain Error when the record lacks a value. */
export function draw(record: FigureRecord): Drawing {
  const movement = movementOf(record);
  const scene = sceneOf(record, movement);
  const frames = movement.steps.map(({ body, near }) => partsOf(scene, body, near));
  const stills = movement.keys.map((body, key) => ({
    parts: partsOf(scene, body, key),
    arrows: arrowParts(scene, key),
  }));
  const canvas = canvasOf(scene, [...frames.flat(), ...stills.flatMap(({ parts, arrows }) => [...parts, ...arrows])]);
  return { scene, movement, frames, stills, canvas };
}

/** The steps of a movement as shares of its round. */
export function clockOf({ movement: { steps, isLoop }, canvas }: Drawing): Clock {
  const seconds = steps[steps.length - 1]?.time ?? 1;
  return { seconds, times: steps.map(({ time }) => time / Math.max(seconds, 0.01)), isEven: isLoop, width: canvas.w };
}

/** The moving figure with its arrows: the inside of an `svg` element. */
export function movingPicture(drawing: Drawing): string {
  const { frames, movement, stills } = drawing;
  const first = frames[0] ?? [];
  if (frames.length < 3) return keyPicture(drawing, 0);
  const clock = clockOf(drawing);
  const parts = first.map((_, index) =>
    animated(
      frames.flatMap((frame) => frame[index] ?? []),
      clock,
    ),
  );
  const arrows = stills.map(({ arrows: own }, key) => {
    const inside = own.map(unmoved).join("");
    if (own.length === 0 || (movement.isLoop && key > 0)) return "";
    return movement.isLoop ? inside : shownBetween(...windowOf(drawing, key, clock), clock, inside);
  });
  return [...parts, ...arrows].join("");
}

/** From the end of the stay before a key to the end of its own: shares of the round. */
function windowOf({ movement: { steps, keys } }: Drawing, key: number, { times }: Clock): readonly [number, number] {
  const stayEnds = (of: number): number => times[steps.findIndex((step) => step.key === of) + 1] ?? 1;
  return [stayEnds((key + keys.length - 1) % keys.length), stayEnds(key)];
}

/** One key pose with its arrows: the inside of an `svg` element. */
export function keyPicture({ stills }: Drawing, key: number): string {
  const picture = stills[key];
  return picture ? [...picture.parts, ...picture.arrows].map(unmoved).join("") : "";
}

/** The last key pose with its arrows, and the start pose as a pale shadow behind it: for cards. */
export function cardPicture(drawing: Drawing): string {
  const { stills, movement, scene } = drawing;
  const start = stills[0];
  const key = mainKey(drawing);
  const changesPlace = scene.record.props?.some(({ keys }) => keys) === true;
  if (!start || movement.isLoop || scene.record.zoom || key === 0 || changesPlace) return keyPicture(drawing, key);
  const isBody = ({ key: name, look }: Part) =>
    /^((arm|leg)[RL] |torso|pelvis|neck|head .* (face|hair))/.test(name) && !look.startsWith("line");
  const shadow = start.parts.filter(isBody).map((part) => unmoved({ ...part, look: "shadow" }));
  const picture = stills[key];
  const behind = (picture?.parts ?? []).filter(({ key: name }) => /^(floor|mat|rug)/.test(name));
  const rest = (picture?.parts ?? []).filter((part) => !behind.includes(part));
  return [...behind.map(unmoved), ...shadow, ...[...rest, ...(picture?.arrows ?? [])].map(unmoved)].join("");
}

/** The pose that tells most: where the movement ends. */
export const mainKey = ({ movement, scene }: Drawing): number => {
  if (movement.isLoop) return 0;
  const ends = (scene.record.arrows ?? []).flatMap((arrow) =>
    "of" in arrow && arrow.to !== undefined ? [arrow.to] : [],
  );
  return ends[ends.length - 1] ?? movement.keys.length - 1;
};

export const viewBox = ({ x, y, w, h }: Canvas): string => [x, y, w, h].map(numberText).join(" ");
