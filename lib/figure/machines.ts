import { pointOf } from "./body";
import type { PropName } from "./names";
import { blocks, box, disc, line, type DrawProp } from "./prop-pieces";
import type { Vector } from "./space";

type Machine = "treadmill" | "upright-bike" | "recumbent-bike" | "elliptical";

/** Machines with their named places; the person is fitted to them by the record. */
export const machines: Readonly<Record<Machine & PropName, DrawProp>> = {
  treadmill: (scene) => [
    [
      "back",
      [
        ...blocks(scene, "treadmill").flat(),
        line(scene, "rail far", "tube", [
          [8, 88, -24],
          [52, 92, -24],
          [66, 0, -24],
        ]),
        ...box(scene, "console", [50, 100, -22], [58, 118, 22]),
        line(scene, "mast", "tube thick", [
          [66, 0, 0],
          [54, 106, 0],
        ]),
      ],
    ],
    [
      "front",
      [
        line(scene, "rail near", "tube", [
          [8, 88, 24],
          [52, 92, 24],
          [66, 0, 24],
        ]),
      ],
    ],
  ],
  "upright-bike": (scene) => {
    const crank: Vector = [40, 42, 0];
    const pedal = (side: "R" | "L", z: number) =>
      line(scene, `pedal${side}`, "tube", [[crank[0], crank[1], z], underSole(pointOf(scene.body, `ball${side}`), z)]);
    return [
      [
        "back",
        [
          line(scene, "base", "tube thick", [
            [-18, 3, 0],
            [92, 3, 0],
          ]),
          disc(scene, "wheel", "prop-side", [70, 38, 0], 26),
          disc(scene, "hub", "prop-top", [70, 38, 0], 17),
          line(scene, "seat post", "tube thick", [
            [8, 97, 0],
            [26, 3, 0],
          ]),
          line(scene, "mast", "tube thick", [
            [70, 3, 0],
            [48, 116, 0],
          ]),
          line(scene, "handle", "tube", [
            [48, 116, 0],
            [56, 123, 0],
            [52, 121, 14],
          ]),
          ...box(scene, "saddle", [-8, 97, -9], [24, 102, 9]),
          pedal("L", -9),
        ],
      ],
      ["between", [disc(scene, "crank", "prop-end", crank, 6), pedal("R", 9)]],
    ];
  },
  "recumbent-bike": (scene) => {
    const crank: Vector = [74, 44, 0];
    const pedal = (side: "R" | "L", z: number) =>
      line(scene, `pedal${side}`, "tube", [[crank[0], crank[1], z], underSole(pointOf(scene.body, `ball${side}`), z)]);
    return [
      [
        "back",
        [
          line(scene, "base", "tube thick", [
            [-26, 3, 0],
            [104, 3, 0],
          ]),
          line(scene, "post", "tube thick", [
            [0, 40, 0],
            [0, 3, 0],
          ]),
          ...box(scene, "body", [78, 3, -12], [102, 62, 12]),
          line(scene, "mast", "tube thick", [
            [92, 62, 0],
            [84, 108, 0],
          ]),
          ...box(scene, "console", [80, 104, -12], [86, 120, 12]),
          ...blocks(scene, "recumbent-bike").flat(),
          line(scene, "back", "tube pad", [
            [-18, 46, 0],
            [-36, 104, 0],
          ]),
          line(scene, "side far", "tube", [
            [-4, 44, -24],
            [12, 62, -24],
          ]),
          pedal("L", -9),
        ],
      ],
      ["between", [disc(scene, "crank", "prop-end", crank, 6), pedal("R", 9)]],
      [
        "carried",
        [
          line(scene, "side near", "tube", [
            [-4, 44, 24],
            [14, 62, 24],
          ]),
        ],
      ],
    ];
  },
  elliptical: (scene) => [
    [
      "back",
      [
        line(scene, "base", "tube thick", [
          [-56, 3, 0],
          [66, 3, 0],
        ]),
        disc(scene, "wheel", "prop-side", [-46, 30, 0], 25),
        disc(scene, "hub", "prop-top", [-46, 30, 0], 16),
        line(scene, "mast", "tube thick", [
          [58, 3, 0],
          [45, 120, 0],
        ]),
        line(scene, "handle", "tube", [
          [46, 108, 0],
          [38, 113, 22],
        ]),
        line(scene, "rail L", "tube", [
          [-46, 30, -9],
          underSole(pointOf(scene.body, "heelL"), -9),
          underSole(pointOf(scene.body, "tipL"), -9),
          [56, 20, -9],
        ]),
      ],
    ],
    [
      "between",
      [
        line(scene, "rail R", "tube", [
          [-46, 30, 9],
          underSole(pointOf(scene.body, "heelR"), 9),
          underSole(pointOf(scene.body, "tipR"), 9),
          [56, 20, 9],
        ]),
      ],
    ],
  ],
};

/** A point below a sole, brought to the plane of a pedal or rail. */
function underSole([x, y]: Vector, z: number): Vector {
  return [x, y - 1.5, z];
}
