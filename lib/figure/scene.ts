import { pointOf, type Body } from "./body";
import { footShowsSide, armParts, legParts, type FootLook } from "./limbs";
import { headParts, headSideOf, neckPart, type HeadSide } from "./head";
import { points, type MovingPart, type Side } from "./names";
import type { Ground } from "./furniture";
import type { PropLayer } from "./prop-pieces";
import { drawProp } from "./props";
import type { FigureRecord } from "./record";
import { ellipse, polyline, still, type Part } from "./shape";
import { within, type Vector } from "./space";
import type { Movement } from "./timeline";
import { turnsOver } from "./turning";
import { backLine, pelvisPart, shoulderBlades, torsoPart } from "./trunk";
import { project, viewOf, type View } from "./view";

/** What is decided once for a movement, so that no part changes its layer or its kind. */
export type Scene = {
  record: FigureRecord;
  movement: Movement;
  view: View;
  near: Side;
  headSides: ReadonlySet<HeadSide>;
  feet: Readonly<Record<Side, FootLook>>;
  /** The whole body turns over. */
  isTurning: boolean;
  ground: Ground;
};

export function sceneOf(record: FigureRecord, movement: Movement): Scene {
  const view = viewOf(movement.setup.view);
  const bodies = [...movement.keys, ...movement.steps.map(({ body }) => body)];
  const places = bodies.flatMap((body) => points.map((point) => pointOf(body, point)));
  const low = [0, 1, 2].map((axis) => Math.min(...places.map((place) => place[axis] ?? 0)));
  const high = [0, 1, 2].map((axis) => Math.max(...places.map((place) => place[axis] ?? 0)));
  const isTurning = turnsOver(bodies);
  const foot = (side: Side): FootLook => {
    if (isTurning) return "bone";
    return bodies.every((body) => footShowsSide(view, body.leg[side].foot)) ? "side" : "front";
  };
  return {
    record,
    movement,
    view,
    near: movement.setup.near,
    headSides: new Set(bodies.map((body) => headSideOf(view, body))),
    feet: { R: foot("R"), L: foot("L") },
    isTurning,
    ground: { low: vector(low), high: vector(high) },
  };
}

const vector = ([x = 0, y = 0, z = 0]: readonly number[]): Vector => [x, y, z];

/** All parts of a moment, from the back to the front; `key` is the nearest key pose. */
export function partsOf(scene: Scene, body: Body, key: number): Part[] {
  const { view, near, record } = scene;
  const far: Side = near === "R" ? "L" : "R";
  const moves = (part: MovingPart) => record.moves.includes(part);
  const props = propsOf(scene, body, key);
  const arm = (side: Side) => armOf(scene, body, side);
  const leg = (side: Side) => legOf(scene, body, side);
  const pelvis = pelvisPart(view, body, moves("pelvis") ? "edge move" : "edge trousers");
  const trunk = [
    // Seen from behind, both arms lie under the trunk alike.
    ...(view.name === "back" ? [] : [disc(view, body, near, "edge " + torsoLook(scene))]),
    neckPart(view, body, moves("neck")),
    torsoPart(view, body, "edge " + torsoLook(scene)),
  ];
  const head = headParts(view, body, scene.headSides, moves("head"));
  const spine = record.spine ? [backLine(view, body, `spine ${record.spine}${moves("torso") ? " on-move" : ""}`)] : [];
  const nearLeg = [...leg(near).line, pelvis, ...leg(near).fill];
  const farDisc = disc(view, body, far, "edge " + torsoLook(scene));
  const whole = (limb: { line: readonly Part[]; fill: readonly Part[] }) => [...limb.line, ...limb.fill];
  // Seen from the front the shoulder belongs to the sleeve; from the side it joins the arm to the trunk.
  const shoulderLook = (side: Side) => (view.name === "side" ? torsoLook(scene) : sleeveLook(scene, side));
  const withShoulder = (side: Side) => [
    ...arm(side).line,
    disc(view, body, side, shoulderLook(side)),
    ...arm(side).fill,
  ];
  // A hand that feels the low back lies on it.
  const isOnBack = (side: Side) => record.attach?.[`hand${side}`]?.on === "waist";
  const arms = (onBack: boolean) =>
    [far, near].filter((side) => isOnBack(side) === onBack).flatMap((side) => whole(arm(side)));
  const layers: readonly (readonly Part[])[] =
    view.name === "back"
      ? [
          arms(false),
          // Thighs that point away from the viewer lie behind seat and trunk.
          ...(isSitting(body)
            ? [whole(leg(far)), whole(leg(near)), props.between, props.carried, trunk, [pelvis], head]
            : [props.between, props.carried, trunk, head, whole(leg(far)), nearLeg]),
          shoulderBlades(view, body),
          arms(true),
        ]
      : view.name === "front" || view.name === "quarter"
        ? [
            [farDisc],
            trunk,
            head,
            whole(leg(far)),
            props.between,
            nearLeg,
            withShoulder(far),
            props.carried,
            withShoulder(near),
          ]
        : [
            view.name === "top" ? [] : [farDisc],
            whole(arm(far)),
            whole(leg(far)),
            props.between,
            trunk,
            head,
            nearLeg,
            props.carried,
            withShoulder(near),
          ];
  return [...floor(scene), ...props.back, ...layers.flat(), ...spine, ...props.front];
}

const isSitting = ({ leg: { R } }: Body): boolean => R.knee[0] - R.hip[0] > 25;

const isDim = ({ view, near }: Scene, side: Side): boolean =>
  side !== near && view.name !== "front" && view.name !== "back" && view.name !== "top";

const sleeveLook = (scene: Scene, side: Side): string =>
  (scene.record.moves.includes(`arm${side}`) ? "move" : "top") + (isDim(scene, side) ? " far" : "");

const torsoLook = ({ record }: Scene): string => (record.moves.includes("torso") ? "move" : "top");

/** The shoulder is a disc in the torso's colour, so that no line runs across it. */
function disc(view: View, body: Body, side: Side, look: string): Part {
  const [x, y] = project(view, body.arm[side].shoulder);
  return {
    key: `shoulder ${side} ${look}`,
    look,
    x,
    y,
    angle: 0,
    shape: ellipse([0, 0], look.startsWith("edge") ? 6.2 : 6.4),
  };
}

function armOf(scene: Scene, body: Body, side: Side) {
  const { view, near, record } = scene;
  const isFar = side !== near && view.name === "side";
  const { shoulder } = body.arm[side];
  // At its true place the far shoulder would show as a corner at the throat.
  const from = isFar ? within(body.chest, shoulder, [-2.2, -2, 0]) : shoulder;
  return armParts(`arm${side}`, view, body.arm[side], from, {
    isFar: isDim(scene, side),
    isMoving: record.moves.includes(`arm${side}`),
    hasThumb: !scene.isTurning,
  });
}

function legOf(scene: Scene, body: Body, side: Side) {
  const { view, record } = scene;
  const isSitting = view.name === "quarter" || view.name === "frontHigh" || view.name === "front";
  return legParts(`leg${side}`, view, body.leg[side], {
    isFar: isDim(scene, side),
    isMoving: record.moves.includes(`leg${side}`),
    footMoves: record.moves.includes(`foot${side}`),
    foot: scene.feet[side],
    hasShoes: record.shoes === true,
    shankFirst: isSitting && view.name !== "frontHigh",
  });
}

function propsOf(scene: Scene, body: Body, key: number): Record<PropLayer, Part[]> {
  const layers: Record<PropLayer, Part[]> = { back: [], between: [], carried: [], front: [] };
  for (const [index, prop] of scene.movement.setup.props.entries()) {
    const drawn = drawProp({ view: scene.view, body, ground: scene.ground, prop, key: `${prop.name}${String(index)}` });
    const isAway = prop.keys?.includes(key) === false;
    for (const [layer, parts] of drawn) {
      layers[layer].push(...(prop.keys ? parts.map((part) => ({ ...part, isHidden: isAway })) : parts));
    }
  }
  return layers;
}

/** The line of the floor, in views from the side. */
function floor({ view, ground, movement }: Scene): Part[] {
  if (view.name !== "side" || movement.setup.props.some(({ name }) => name === "bed")) return [];
  const level = movement.setup.props.some(({ name }) => name === "treadmill") ? -12 : 0;
  const ends: Vector[] = [
    [Math.min(ground.low[0] - 22, -30), level, 0],
    [Math.max(ground.high[0] + 22, 40), level, 0],
  ];
  return [still("floor", "floor", polyline(ends.map((end) => project(view, end))))];
}
