import { polygon, still, type Part } from "./shape";
import { dot, type Vector } from "./space";
import { project, type View } from "./view";

/** A box given by its smallest and largest corner, drawn as its three visible faces: top, near side, end. */
export function boxParts(
  key: string,
  view: View,
  low: Vector,
  high: Vector,
  look: readonly [string, string, string],
): Part[] {
  const faces: readonly (readonly [axis: 0 | 1 | 2, look: string])[] = [
    [0, look[2]],
    [2, look[1]],
    [1, look[0]],
  ];
  return faces.flatMap(([axis, face]) => {
    const normal: Vector = [axis === 0 ? 1 : 0, axis === 1 ? 1 : 0, axis === 2 ? 1 : 0];
    const toward = dot(normal, view.toViewer);
    if (Math.abs(toward) < 0.03) return [];
    const side = toward > 0 ? high : low;
    const [a, b] = [0, 1, 2].filter((one) => one !== axis);
    if (a === undefined || b === undefined) return [];
    const corners = [
      [low[a], low[b]],
      [high[a], low[b]],
      [high[a], high[b]],
      [low[a], high[b]],
    ].map(([va, vb]): Vector => {
      const at = [0, 0, 0];
      at[axis] = side[axis];
      at[a] = va ?? 0;
      at[b] = vb ?? 0;
      return [at[0] ?? 0, at[1] ?? 0, at[2] ?? 0];
    });
    return [still(`${key} ${String(axis)}`, face, polygon(corners.map((corner) => project(view, corner))))];
  });
}

export const furniture = ["prop-top", "prop-side", "prop-end"] as const;
