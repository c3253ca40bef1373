import type { PropName } from "./names";
import type { FigureProp } from "./record";
import type { Vector } from "./space";

/** A box given by its smallest and largest corner (cm). */
export type Block = { low: Vector; high: Vector };

/** What the body covers of the floor over the whole movement (cm). */
export type Ground = { low: Vector; high: Vector };

export const placeOf = ({ at: place }: FigureProp, axis: 0 | 1 | 2, otherwise: number): number =>
  place?.[axis] ?? otherwise;
export const sizeOf = ({ size: sizes }: FigureProp, index: number, otherwise: number): number =>
  sizes?.[index] ?? otherwise;

const slab = (x: number): Block => ({ low: [x, 0, -36], high: [x + 6, 190, 14] });
const seat = (prop: FigureProp): Block => {
  const x = placeOf(prop, 0, 0);
  return { low: [x - 15, 41, -21], high: [x + 27, 45, 21] };
};

const blocks = {
  chair: (prop) => [seat(prop)],
  stool: (prop) => [seat(prop)],
  bench: (prop) => {
    const x = placeOf(prop, 0, 60);
    return [{ low: [x, 0, -28], high: [x + sizeOf(prop, 0, 50), sizeOf(prop, 1, 45), 22] }];
  },
  bed: (prop, ground) => {
    const deep = sizeOf(prop, 0, 40);
    return [
      {
        low: [placeOf(prop, 0, ground.low[0] - 12), -sizeOf(prop, 1, 12), -deep],
        high: [placeOf(prop, 1, ground.high[0] + 12), 0, deep],
      },
    ];
  },
  step: (prop) => {
    const x = placeOf(prop, 0, 20);
    return [{ low: [x, 0, -26], high: [x + sizeOf(prop, 0, 46), sizeOf(prop, 1, 16), 26] }];
  },
  stairs: (prop) => {
    const x = placeOf(prop, 0, 24);
    return [0, 1, 2].map((index): Block => ({
      low: [x + 30 * index, 0, -34],
      high: [x + 30 * (index + 1), 17 * (index + 1), 30],
    }));
  },
  counter: (prop) => {
    const [x, z] = [placeOf(prop, 0, 34), placeOf(prop, 2, 0)];
    return [{ low: [x, 0, z - 30], high: [x + sizeOf(prop, 0, 30), sizeOf(prop, 1, 90), z + sizeOf(prop, 2, 10)] }];
  },
  wallBehind: (prop) => [slab(placeOf(prop, 0, -20))],
  wallAhead: (prop) => [slab(placeOf(prop, 0, 62))],
  panel: (prop) => {
    const x = placeOf(prop, 0, -24);
    const [half, high] = [sizeOf(prop, 0, 58), sizeOf(prop, 1, 190)];
    return [{ low: [x, 0, -half], high: [x, high, half] }];
  },
  doorway: (prop) => {
    const [x, half] = [placeOf(prop, 0, 8), sizeOf(prop, 0, 46)];
    return [-half - 5, half + 5].map((z): Block => ({ low: [x, 0, z - 5], high: [x + 10, 186, z + 5] }));
  },
  treadmill: () => [{ low: [-70, -12, -24], high: [76, 0, 24] }],
  "recumbent-bike": () => [{ low: [-16, 39, -22], high: [24, 44, 22] }],
  "leg-press": () => [{ low: [-12, 35, -20], high: [20, 40, 20] }],
  "chest-press": () => [{ low: [-14, 40, -20], high: [24, 45, 20] }],
} as const satisfies Partial<Record<PropName, (prop: FigureProp, ground: Ground) => readonly Block[]>>;

export type BlockProp = keyof typeof blocks;
export const isBlockProp = (name: PropName): name is BlockProp => name in blocks;

/** The solid pieces of a thing as they are drawn. */
export const blocksOf = (name: BlockProp, prop: FigureProp, ground: Ground): readonly Block[] =>
  blocks[name](prop, ground);

/** What no body passes through: the same pieces, and no way out under what stands on the floor or behind a wall that faces x = 0. */
export function obstaclesOf(name: BlockProp, prop: FigureProp, ground: Ground): readonly Block[] {
  const far = 200;
  const isWall = name === "wallAhead" || name === "wallBehind" || name === "panel";
  return blocksOf(name, prop, ground).map(({ low, high }) => {
    const [behind, ahead] = isWall ? [low[0] > 0 ? 0 : far, low[0] > 0 ? far : 0] : [0, 0];
    return {
      low: [high[0] - Math.max(behind, high[0] - low[0]), low[1] > 0 ? low[1] : -far, low[2]],
      high: [low[0] + Math.max(ahead, high[0] - low[0]), high[1], high[2]],
    };
  });
}
