import { post } from "./gym";
import type { PropName } from "./names";
import { at, blocks, box, disc, line, size, type DrawProp, type PropParts, type PropScene } from "./prop-pieces";
import { polygon, polyline, still } from "./shape";
import { add, type Vector } from "./space";
import { project, type Flat } from "./view";

type Room = "doorway" | "shelf" | "timer" | "pool";

function pool(scene: PropScene): PropParts {
  const { view, ground } = scene;
  const surface = at(scene, 1, 118);
  const depth = size(scene, 0, surface);
  // From the front the width of the water is the body's own width.
  const [near, far]: readonly [Vector, Vector] =
    view.name === "side"
      ? [
          [ground.low[0] - 34, surface, 0],
          [ground.high[0] + 34, surface, 0],
        ]
      : [
          [0, surface, ground.high[2] + 34],
          [0, surface, ground.low[2] - 34],
        ];
  const [left] = project(view, near);
  const [, top] = project(view, [0, surface, 0]);
  const [right] = project(view, far);
  const waves = 12;
  const crest = Array.from({ length: waves * 2 + 1 }, (_, index): Flat => [
    left + ((right - left) * index) / (waves * 2),
    top + 1.4 * Math.sin(index * 1.2),
  ]);
  const rest = polygon([...crest, [right, top + depth], [left, top + depth]]);
  return [["front", [still(scene.key, "water", rest), still(`${scene.key} top`, "wave", polyline(crest))]]];
}

/** What stands in a room, and the water of a pool. */
export const rooms: Readonly<Record<Room & PropName, DrawProp>> = {
  doorway: (scene) => {
    const x = at(scene, 0, 8);
    const half = size(scene, 0, 46);
    const [far = [], near = []] = blocks(scene, "doorway");
    return [["back", [...far, ...box(scene, "top", [x, 186, -half - 10], [x + 10, 196, half + 10]), ...near]]];
  },
  shelf: (scene) => {
    const [x, y, z] = [at(scene, 0, 60), at(scene, 1, 112), at(scene, 2, -20)];
    return [
      [
        "back",
        [
          line(scene, "post far", "tube thick", post(x + 28, 0, 176, z - 18)),
          ...[40, y, 166].map((height) =>
            line(scene, `board ${String(height)}`, "tube thick", [
              [x, height - 2, z],
              [x + 32, height - 2, z],
            ]),
          ),
          ...box(scene, "goods", [x + 6, y, z - 10], [x + 26, y + 16, z + 10]),
          line(scene, "post near", "tube thick", post(x + 28, 0, 176, z + 18)),
        ],
      ],
    ];
  },
  // The clock rings once the person has sat down.
  timer: (scene) => {
    const middle: Vector = [at(scene, 0, 40), at(scene, 1, 99), at(scene, 2, -30)];
    const isRinging = scene.body.root[1] < 70;
    const ray = (name: string, way: number): ReturnType<typeof line> => {
      const [c, s] = [Math.cos((way * Math.PI) / 180), Math.sin((way * Math.PI) / 180)];
      const along = (far: number): Vector => add(middle, [far * c, far * s, 0]);
      return { ...line(scene, name, "band", [along(14), along(21)]), isHidden: !isRinging };
    };
    return [
      [
        "back",
        [
          disc(scene, "bells", "prop-end", add(middle, [0, 8, 0]), 5),
          disc(scene, "rim", "ball", middle, 10),
          disc(scene, "face", "pillow", middle, 7.5),
          line(scene, "hand", "tube", [add(middle, [0, 6, 0]), middle, add(middle, [4, -2, 0])]),
          ray("ring left", 140),
          ray("ring high left", 112),
          ray("ring high right", 68),
          ray("ring right", 40),
        ],
      ],
    ];
  },
  pool,
};
