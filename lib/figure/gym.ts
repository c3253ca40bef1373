import { pointOf, type Body } from "./body";
import type { PropName, Side } from "./names";
import { at, blocks, box, disc, line, type DrawProp } from "./prop-pieces";
import { add, mix, scale, within, type Vector } from "./space";

type Machine = "leg-press" | "lat-pulldown" | "chest-press" | "arm-bike" | "stair-climber" | "back-extension-bench";

export const post = (x: number, low: number, high: number, z = 0): Vector[] => [
  [x, low, z],
  [x, high, z],
];

/** A plate under both soles, drawn once along the middle between the feet. */
function underFeet(body: Body, past: number): Vector[] {
  const sole = (end: "heel" | "tip") => mix(pointOf(body, `${end}R`), pointOf(body, `${end}L`), 0.5);
  const [heel, tip] = [sole("heel"), sole("tip")];
  const along = scale(add(tip, scale(heel, -1)), past / 26);
  const down = scale(body.leg.R.foot.y, -3);
  return [add(add(heel, scale(along, -1)), down), add(add(tip, along), down)];
}

/** The pedal of a stair climber: below the sole, held by a bar that ends at the drive. */
function pedal(body: Body, side: Side): readonly [back: Vector, front: Vector, drive: Vector] {
  const [x, y, z] = pointOf(body, `heel${side}`);
  return [
    [x - 3, y - 2, z],
    [x + 31, y - 2, z],
    [66, 20, z],
  ];
}

/** Machines of the gym with their moving parts; the person is fitted to them by the record. */
export const gym: Readonly<Record<Machine & PropName, DrawProp>> = {
  "leg-press": (scene) => {
    const plate = underFeet(scene.body, 9);
    const middle = mix(plate[0] ?? [0, 0, 0], plate[1] ?? [0, 0, 0], 0.5);
    return [
      [
        "back",
        [
          line(scene, "base", "tube thick", [
            [-40, 3, 0],
            [122, 3, 0],
          ]),
          line(scene, "rail", "tube thick", [
            [62, 3, 0],
            [112, 96, 0],
            [112, 3, 0],
          ]),
          line(scene, "post", "tube thick", post(-4, 3, 36)),
          line(scene, "strut", "tube thick", [
            [-46, 74, 0],
            [-34, 3, 0],
          ]),
          ...blocks(scene, "leg-press").flat(),
          line(scene, "back", "tube pad", [
            [-16, 44, 0],
            [-62, 94, 0],
          ]),
          line(scene, "sledge", "tube thick", [middle, add(middle, [12, 4, 0])]),
          line(scene, "plate", "tube pad", plate),
        ],
      ],
      [
        "carried",
        [
          line(scene, "grip", "tube", [
            [2, 38, 21],
            [8, 46, 21],
          ]),
        ],
      ],
    ];
  },
  "lat-pulldown": (scene) => {
    const [right, left] = [pointOf(scene.body, "palmR"), pointOf(scene.body, "palmL")];
    const middle = mix(right, left, 0.5);
    const past = scale(add(right, scale(left, -1)), 0.14);
    return [
      [
        "back",
        [
          line(scene, "base", "tube thick", [
            [62, 2, -24],
            [62, 2, 24],
          ]),
          line(scene, "post", "tube thick", post(62, 2, 196)),
          line(scene, "beam", "tube thick", [
            [62, 196, 0],
            [middle[0], 196, 0],
          ]),
          line(scene, "cable", "tube", [[middle[0], 196, 0], add(middle, [0, 8, 0])]),
        ],
      ],
      [
        "carried",
        [line(scene, "bar", "weight bar", [add(right, past), add(middle, [0, 8, 0]), add(left, scale(past, -1))])],
      ],
    ];
  },
  "chest-press": (scene) => {
    const pivot: Vector = [30, 172, 0];
    const lever = (side: Side, z: number) =>
      line(scene, `lever${side}`, "tube thick", [[pivot[0], pivot[1], z], pointOf(scene.body, `palm${side}`)]);
    return [
      [
        "back",
        [
          line(scene, "base", "tube thick", [
            [-40, 3, 0],
            [44, 3, 0],
          ]),
          line(scene, "post", "tube thick", post(-30, 3, 176)),
          line(scene, "beam", "tube thick", [[-30, 176, 0], pivot]),
          line(scene, "leg", "tube thick", post(4, 3, 40)),
          ...blocks(scene, "chest-press").flat(),
          line(scene, "back", "tube pad", [
            [-19, 52, 0],
            [-18, 124, 0],
          ]),
          lever("L", -16),
        ],
      ],
      ["carried", [lever("R", 16)]],
    ];
  },
  "arm-bike": (scene) => {
    const axle: Vector = [at(scene, 0, 36), at(scene, 1, 84), 0];
    const crank = (side: Side, z: number) =>
      line(scene, `crank${side}`, "tube", [[axle[0], axle[1], z], pointOf(scene.body, `palm${side}`)]);
    return [
      [
        "back",
        [
          line(scene, "base", "tube thick", [
            [48, 3, 0],
            [96, 3, 0],
          ]),
          line(scene, "mast", "tube thick", [[78, 3, 0], [76, 72, 0], axle]),
          disc(scene, "wheel", "prop-side", axle, 17),
          disc(scene, "hub", "prop-end", axle, 9),
          crank("L", -10),
        ],
      ],
      ["carried", [crank("R", 10)]],
    ];
  },
  "stair-climber": (scene) => {
    const arm = (side: Side) => line(scene, `pedal${side}`, "tube thick", pedal(scene.body, side));
    const rail = (z: number) =>
      line(scene, `rail ${z < 0 ? "far" : "near"}`, "tube", [
        [0, 98, z],
        [42, 104, z],
        [60, 70, z],
      ]);
    return [
      [
        "back",
        [
          ...box(scene, "base", [-30, 0, -24], [84, 6, 24]),
          ...box(scene, "drive", [58, 6, -16], [80, 52, 16]),
          line(scene, "mast", "tube thick", [
            [68, 50, 0],
            [60, 118, 0],
          ]),
          ...box(scene, "console", [55, 116, -14], [61, 134, 14]),
          rail(-24),
          arm("L"),
        ],
      ],
      ["between", [arm("R")]],
      ["front", [rail(24)]],
    ];
  },
  "back-extension-bench": (scene) => {
    const pad = (along: number): Vector =>
      within(scene.body.leg.R.thigh, mix(scene.body.leg.R.hip, scene.body.leg.L.hip, 0.5), [14, along, 0]);
    const plate = underFeet(scene.body, 4);
    return [
      [
        "back",
        [
          line(scene, "base", "tube thick", [
            [-74, 3, 0],
            [34, 3, 0],
          ]),
          line(scene, "beam", "tube thick", [[-56, 4, 0], pad(-20)]),
          line(scene, "post", "tube thick", [[26, 3, 0], pad(-16)]),
          line(scene, "plate", "tube thick", plate),
          line(scene, "roll", "tube pad", [
            add(pointOf(scene.body, "heelR"), [10, 10, -14]),
            add(pointOf(scene.body, "heelL"), [10, 10, 14]),
          ]),
          line(scene, "pad", "tube pad", [pad(-32), pad(-6)]),
        ],
      ],
    ];
  },
};
