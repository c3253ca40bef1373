import { z } from "zod";
import {
  armNames,
  baseNames,
  driveNames,
  legNames,
  limbs,
  movingParts,
  points,
  propNames,
  sides,
  targetNames,
  trunkNames,
  viewNames,
  type PoseName,
  type TargetName,
} from "@/lib/figure/names";
import { textSchema } from "../text";

const number = z.number().min(-400).max(400);
const seconds = z.number().min(0).max(20);
const target = z.array(number.nullable()).min(1).max(3);
const point = z.enum(points);
const limb = z.enum(limbs);
const place = z.tuple([number, number, number]);

/** A drawing costs time for every thing and arrow in every moment: no figure needs more than these. */
const most = { limbs: 4, points: 4, sizes: 4, props: 6, arrows: 4, keys: 8 } as const;

const limbNames = [...legNames, ...armNames];
const poseNames: readonly PoseName[] = [
  ...trunkNames,
  ...limbNames,
  ...sides.flatMap((side) => limbNames.map((name): PoseName => `${name}${side}`)),
];
const allTargets: readonly TargetName[] = [
  ...targetNames,
  ...sides.flatMap((side) => targetNames.map((name): TargetName => `${name}${side}`)),
];
const turns = Object.fromEntries(poseNames.map((name) => [name, number.optional()])) as Record<
  PoseName,
  z.ZodOptional<typeof number>
>;
const targets = Object.fromEntries(allTargets.map((name) => [name, target.optional()])) as Record<
  TargetName,
  z.ZodOptional<typeof target>
>;

const byLimb = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    footR: value.optional(),
    footL: value.optional(),
    handR: value.optional(),
    handL: value.optional(),
  });

/** One file of `prisma/content/figures/`: an exercise's figure, by the exercise's id. */
export const figureSchema = z.strictObject({
  base: z.enum(baseNames),
  view: z.enum(viewNames).optional(),
  start: z.strictObject({ ...turns, ...targets }).optional(),
  keys: z
    .array(
      z.strictObject({
        ...turns,
        ...targets,
        move: seconds.optional(),
        hold: seconds.optional(),
        say: textSchema.optional(),
        arc: byLimb(number).optional(),
      }),
    )
    .min(1)
    .max(most.keys),
  back: seconds.optional(),
  fk: z.array(limb).max(most.limbs).optional(),
  ik: z.array(limb).max(most.limbs).optional(),
  attach: byLimb(z.strictObject({ on: point, off: place })).optional(),
  anchor: z.strictObject({ point, at: target }).nullable().optional(),
  bend: byLimb(place).optional(),
  cycle: seconds.optional(),
  turns: z.strictObject(turns).optional(),
  drive: z.enum(driveNames).optional(),
  ground: z.boolean().optional(),
  moves: z.array(z.enum(movingParts)).max(4),
  side: z.enum(sides).optional(),
  spine: z.enum(["still", "go"]).optional(),
  near: z.enum(sides).optional(),
  zoom: z
    .strictObject({ on: point, w: z.number().min(40).max(400), dx: number.optional(), dy: number.optional() })
    .optional(),
  props: z
    .array(
      z.strictObject({
        name: z.enum(propNames),
        at: target.optional(),
        size: z.array(number).max(most.sizes).optional(),
        on: z.array(point).max(most.points).optional(),
        keys: z.array(z.int().min(0)).max(most.keys).optional(),
      }),
    )
    .max(most.props)
    .optional(),
  noBaseProps: z.boolean().optional(),
  shoes: z.boolean().optional(),
  arrows: z
    .array(
      z.union([
        z.strictObject({
          of: point,
          from: z.int().min(0).optional(),
          to: z.int().min(0).optional(),
          by: z.tuple([number, number]).optional(),
        }),
        z.strictObject({
          around: point,
          r: number,
          ry: number.optional(),
          arc: z.tuple([number, number]),
          to: z.int().min(0).optional(),
        }),
        z.strictObject({
          at: point,
          off: z.tuple([number, number]),
          go: z.tuple([number, number]),
          to: z.int().min(0).optional(),
        }),
      ]),
    )
    .max(most.arrows)
    .optional(),
});
