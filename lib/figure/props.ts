import { pointOf } from "./body";
import { blocksOf } from "./furniture";
import { gym } from "./gym";
import { machines } from "./machines";
import type { Point, PropName } from "./names";
import { at, blocks, disc, line, size, type DrawProp, type PropParts, type PropScene } from "./prop-pieces";
import { polygon, smoothRing, still, type Part } from "./shape";
import { boxParts, furniture } from "./solids";
import { rooms } from "./rooms";
import { add, mix, scale, subtract, within, type Vector } from "./space";
import { project } from "./view";

/** Its back may be higher and wider than usual, to be seen behind a person who hides it: `size` is its height and half its width. */
function chair(scene: PropScene): Part[] {
  const x = at(scene, 0, 0);
  const [high, half] = [size(scene, 0, 87), size(scene, 1, 19)];
  const behind = (y: number) => x - 15 - (y - 45) / 6;
  const leg = (name: string, lx: number, z: number, top: number) =>
    line(scene, name, "tube", [
      [x + lx, top, z],
      [x + lx, 0, z],
    ]);
  const backLeg = (name: string, z: number) =>
    line(scene, name, "tube", [
      [behind(high), high, z],
      [x - 15, 43, z],
      [x - 15, 0, z],
    ]);
  const slat = (name: string, y: number) =>
    line(scene, name, "tube", [
      [behind(y), y, -half],
      [behind(y), y, half],
    ]);
  return [
    backLeg("back far", -half),
    leg("front far", 25, -19, 43),
    slat("slat", high - 3),
    slat("slat low", high - 15),
    ...blocks(scene, "chair").flat(),
    backLeg("back near", half),
    leg("front near", 25, 19, 41),
  ];
}

function slab(scene: PropScene, name: "wallBehind" | "wallAhead"): PropParts {
  return blocksOf(name, scene.prop, scene.ground).map(({ low, high }) => [
    "back",
    boxParts(scene.key, scene.view, low, high, ["prop-side", "prop-top", "prop-side"]),
  ]);
}

function band(scene: PropScene): PropParts {
  const post: Vector = [at(scene, 0, 98), at(scene, 1, 115), at(scene, 2, 0)];
  const hands = scene.prop.on ?? ["palmR", "palmL"];
  return [
    [
      "back",
      [
        line(scene, "post", "tube thick", [
          [post[0], 0, post[2]],
          [post[0], Math.max(150, post[1] + 4), post[2]],
        ]),
      ],
    ],
    ["carried", hands.map((hand) => line(scene, hand, "band", [post, pointOf(scene.body, hand)]))],
  ];
}

function strap(scene: PropScene): PropParts {
  const on: readonly Point[] = scene.prop.on ?? ["palmR", "ballR", "palmL"];
  const points = on.map((point) => pointOf(scene.body, point));
  return [["carried", [line(scene, "strap", "band", points)]]];
}

function dumbbells(scene: PropScene): PropParts {
  return (scene.prop.on ?? ["palmR", "palmL"]).map((hand) => {
    const side = hand.endsWith("L") ? "L" : "R";
    const { hand: frame } = scene.body.arm[side];
    const middle = pointOf(scene.body, hand);
    const axis = frame.x;
    const bar = line(scene, `${hand} bar`, "weight bar", [add(middle, scale(axis, -7)), add(middle, scale(axis, 7))]);
    const ends = [-7, 7].map((way) =>
      line(scene, `${hand} end${String(way)}`, "weight", [
        add(middle, scale(axis, way - 1.5)),
        add(middle, scale(axis, way + 1.5)),
      ]),
    );
    return [side === "R" ? "front" : "back", [bar, ...ends]] as const;
  });
}

/** A weight with a handle, hanging from between both hands. */
function kettlebell(scene: PropScene): PropParts {
  const [a, b] = (scene.prop.on ?? ["palmR", "palmL"]).map((point) => pointOf(scene.body, point));
  if (!a || !b) return [];
  const grip = mix(a, b, 0.5);
  const ring = [-5, -4, 0, 4, 5].map((x, index): Vector =>
    add(grip, [x, index === 0 || index === 4 ? -7 : -2 + 4 - Math.abs(x), 0]),
  );
  return [
    ["carried", [line(scene, "handle", "weight bar", ring), disc(scene, "bell", "bell", add(grip, [0, -12, 0]), 8)]],
  ];
}

function stick(scene: PropScene): PropParts {
  const { body } = scene;
  const top = within(body.head, body.spine[10] ?? body.root, [-12, 20, 0]);
  const bottom = within(body.pelvis, body.root, [-15, -8, 0]);
  return [["front", [line(scene, "stick", "stick", [top, bottom])]]];
}

function pillow(scene: PropScene): PropParts {
  const [a, b] = (scene.prop.on ?? []).map((point) => pointOf(scene.body, point));
  const place: Vector = a && b ? add(mix(a, b, 0.5), [0, -7, 0]) : [at(scene, 0, 0), at(scene, 1, 0), at(scene, 2, 0)];
  const [x, y] = project(scene.view, place);
  const [w, h] = [size(scene, 0, 34), size(scene, 1, 8)];
  const outline = smoothRing([
    [-w / 2, 0],
    [-w / 2, -h],
    [0, -h * 1.15],
    [w / 2, -h],
    [w / 2, 0],
    [0, 0.6],
  ]);
  return [[a && b ? "between" : "back", [{ key: scene.key, look: "pillow", x, y, angle: 0, shape: outline }]]];
}

/** A box held between two points of the body. */
function betweenHands(scene: PropScene, look: readonly [string, string, string]): Part[] {
  const [a, b] = (scene.prop.on ?? ["palmR", "palmL"]).map((point) => pointOf(scene.body, point));
  if (!a || !b) return [];
  const half: Vector = [size(scene, 0, 28) / 2, size(scene, 1, 22) / 2, 15];
  const middle = mix(a, b, 0.5);
  return boxParts(scene.key, scene.view, subtract(middle, half), add(middle, half), look);
}

const draw: Readonly<Record<PropName, DrawProp>> = {
  ...machines,
  ...gym,
  ...rooms,
  mat: (scene) => {
    const { low, high } = scene.ground;
    const [x, z] = [(low[0] + high[0]) / 2, (low[2] + high[2]) / 2];
    const [wide, deep] = [Math.max(70, (high[0] - low[0]) / 2 + 8), Math.max(30, (high[2] - low[2]) / 2 + 6)];
    const parts = boxParts(
      scene.key,
      scene.view,
      [x - wide, -1.5, z - deep],
      [x + wide, 0, z + deep],
      ["mat", "mat-edge", "mat-edge"],
    );
    return [["back", parts]];
  },
  rug: (scene) => {
    const x = at(scene, 0, 14);
    const corners: Vector[] = [
      [x - 52, 0, -48],
      [x + 52, 0, -48],
      [x + 52, 0, 48],
      [x - 52, 0, 48],
    ];
    return [["back", [still(scene.key, "mat", polygon(corners.map((corner) => project(scene.view, corner))))]]];
  },
  chair: (scene) => [["back", chair(scene)]],
  stool: (scene) => [
    [
      scene.view.name === "back" ? "between" : "back",
      chair(scene).filter(({ key }) => !key.includes("slat") && !key.includes("back")),
    ],
  ],
  bed: (scene) => [["back", blocks(scene, "bed").flat()]],
  step: (scene) => [["back", blocks(scene, "step").flat()]],
  stairs: (scene) => [
    [
      "back",
      [
        ...blocks(scene, "stairs").reverse().flat(),
        line(scene, "rail", "tube", [
          [at(scene, 0, 24) - 14, 80, -34],
          [at(scene, 0, 24) + 84, 139, -34],
        ]),
        line(scene, "rail post", "tube", [
          [at(scene, 0, 24) - 8, 0, -34],
          [at(scene, 0, 24) - 8, 84, -34],
        ]),
        line(scene, "rail end", "tube", [
          [at(scene, 0, 24) + 80, 51, -34],
          [at(scene, 0, 24) + 80, 137, -34],
        ]),
      ],
    ],
  ],
  wallBehind: (scene) => slab(scene, "wallBehind"),
  wallAhead: (scene) => slab(scene, "wallAhead"),
  panel: (scene) => {
    const x = at(scene, 0, -24);
    const [half, high] = [size(scene, 0, 58), size(scene, 1, 190)];
    const corners: Vector[] = [
      [x, 0, -half],
      [x, high, -half],
      [x, high, half],
      [x, 0, half],
    ];
    return [["back", [still(scene.key, "prop-top", polygon(corners.map((corner) => project(scene.view, corner))))]]];
  },
  ball: (scene) => [
    ["between", [disc(scene, "ball", "ball", [at(scene, 0, -2), at(scene, 1, 32), 0], size(scene, 0, 32))]],
  ],
  smallBall: (scene) => {
    const [a, b] = (scene.prop.on ?? ["kneeR", "kneeL"]).map((point) => pointOf(scene.body, point));
    const middle = a && b ? mix(a, b, 0.5) : ([0, 0, 0] as const);
    return [["carried", [disc(scene, "ball", "ball", add(middle, [0, at(scene, 1, 0), 0]), size(scene, 0, 10))]]];
  },
  pillow,
  // Folded, not rolled: a low pillow.
  towel: pillow,
  box: (scene) => [["carried", betweenHands(scene, furniture)]],
  float: (scene) => [["carried", betweenHands(scene, ["ball", "pillow", "pillow"])]],
  band,
  strap,
  dumbbell: dumbbells,
  kettlebell,
  stick,
  counter: (scene) => [["back", blocks(scene, "counter").flat()]],
  bench: (scene) => [["back", blocks(scene, "bench").flat()]],
};

export const drawProp = (scene: PropScene): PropParts => draw[scene.prop.name](scene);
