import { travelled } from "../arrows";
import { extentOf } from "../canvas";
import { clearanceOf, discsOf } from "../clearance";
import type { Drawing } from "../figure";
import { pointsOf, type Part } from "../shape";
import { flatLength, flatMinus } from "../view";
import type { FigureFault } from "./fault";

/** How far (pixels) the point of an arrow travels on a picture 160 pixels wide. */
const visibleBound = 8;
/** How far (cm) an arrow stays from the body. */
const clearBound = 1;

/** What is wrong with the pictures that ship: what is drawn, its arrows, and whether the movement can be seen. */
export function pictureFaults(drawing: Drawing): FigureFault[] {
  return [
    ...keyFaults(drawing),
    ...orderFaults(drawing),
    ...canvasFaults(drawing),
    ...visibleFaults(drawing),
    ...arrowFaults(drawing),
  ];
}

/** Every step has the same parts, in the same order and drawn with the same commands. */
function orderFaults({ frames }: Drawing): FigureFault[] {
  const plan = (parts: readonly Part[]): string =>
    parts.map(({ key, shape }) => key + shape.map(([command]) => command).join("")).join();
  const first = plan(frames[0] ?? []);
  return frames.flatMap((parts, index) =>
    plan(parts) === first
      ? []
      : [
          {
            frame: `step ${String(index + 1)}`,
            joint: "layers",
            message: "other parts, order or commands than in step 1",
          },
        ],
  );
}

function canvasFaults({ scene, canvas, frames, stills }: Drawing): FigureFault[] {
  if (scene.record.zoom) return [];
  const pictures = [...frames, ...stills.map(({ parts, arrows }) => [...parts, ...arrows])];
  const { x, y, w, h } = extentOf(pictures.flat());
  const isInside = x >= canvas.x && y >= canvas.y && x + w <= canvas.x + canvas.w && y + h <= canvas.y + canvas.h;
  return isInside ? [] : [{ frame: "all", joint: "canvas", message: "something is drawn beside the canvas" }];
}

/** A movement too small to be seen needs a close-up, or marks beside the body. */
function visibleFaults({ scene, canvas, movement }: Drawing): FigureFault[] {
  const { arrows = [], zoom } = scene.record;
  if (zoom || movement.isLoop || arrows.some((arrow) => !("of" in arrow))) return [];
  return arrows.flatMap((arrow) => {
    if (!("of" in arrow)) return [];
    const way = travelled(scene, arrow);
    const long = way.slice(1).reduce((sum, at, index) => sum + flatLength(flatMinus(at, way[index] ?? at)), 0);
    const pixels = (long * 160) / canvas.w;
    return pixels >= visibleBound
      ? []
      : [{ frame: "all", joint: arrow.of, message: `travels ${pixels.toFixed(1)} pixels at 160 pixels wide` }];
  });
}

function arrowFaults({ scene, stills, movement }: Drawing): FigureFault[] {
  const { arrows = [] } = scene.record;
  const missing = arrows.flatMap(({ to }, index) =>
    movement.isLoop || (to ?? 0) < movement.keys.length
      ? []
      : [
          {
            frame: `key ${String((to ?? 0) + 1)}`,
            joint: `arrow ${String(index + 1)}`,
            message: "names a key that is not there",
          },
        ],
  );
  // In a close-up a mark may lie on what it marks; its halo sets it off.
  const mayLieOnBody = scene.record.zoom && arrows.every((arrow) => !("of" in arrow));
  const onBody = stills.flatMap(({ arrows: parts }, key) => {
    const body = movement.keys[key];
    if (!body || mayLieOnBody) return [];
    const discs = discsOf(scene.view, body);
    return parts.flatMap((part) => {
      // The discs are a finger's breadth wider than the body.
      const clear = part.look === "arrow" ? clearanceOf(pointsOf(part), discs) + 1 : clearBound;
      return clear >= clearBound
        ? []
        : [{ frame: `key ${String(key + 1)}`, joint: part.key, message: `is ${clear.toFixed(1)} cm from the body` }];
    });
  });
  return [...missing, ...onBody];
}

/** Two to four key poses, each with its caption; one is enough where nothing moves. */
function keyFaults({ scene, stills }: Drawing): FigureFault[] {
  const { keys, moves } = scene.record;
  const isEnough = stills.length >= 2 || moves.length === 0;
  return [
    ...(isEnough && stills.length <= 4
      ? []
      : [{ frame: "all", joint: "keys", message: `${String(stills.length)} key poses, 2 to 4 are shown` }]),
    ...stills.flatMap((_, key) =>
      keys[key]?.say ? [] : [{ frame: `key ${String(key + 1)}`, joint: "say", message: "has no caption" }],
    ),
  ];
}
