import { bases } from "./bases";
import { momentsOf, type FigureFault } from "./checks/fault";
import { spineAngles, type SpineAngle } from "./measure";
import type { FigureRecord } from "./record";
import { movementOf, type Movement } from "./timeline";

/** A movement tag of an exercise; without a region it stands for the whole spine. */
export type RegionTag = { readonly tag: string; readonly region?: string | null | undefined };

/** What of the spine is watched: the sum of some angles (degrees, against the base posture), and the tag that allows more. */
type Watch = {
  angles: readonly SpineAngle[];
  regions: readonly string[];
  most: number;
  more: readonly [tag: string, does: string];
  less: readonly [tag: string, does: string];
};

function evenly(tag: string, does: string): Pick<Watch, "more" | "less"> {
  const both = [tag, does] as const;
  return { more: both, less: both };
}

const trunk = ["LUMBAR", "THORACIC"] as const;
const watches: readonly Watch[] = [
  {
    angles: ["lumbar"],
    regions: ["LUMBAR"],
    most: 5,
    more: ["FLEXION", "bends the low back forward"],
    less: ["EXTENSION", "bends the low back backward"],
  },
  {
    angles: ["thorax"],
    regions: trunk,
    most: 10,
    more: ["FLEXION", "bends the upper back forward"],
    less: ["EXTENSION", "bends the upper back backward"],
  },
  {
    angles: ["lumbarRot", "thoraxRot"],
    regions: trunk,
    most: 5,
    ...evenly("ROTATION", "turns the back"),
  },
  {
    angles: ["lumbarSide", "thoraxSide"],
    regions: trunk,
    most: 5,
    ...evenly("LATERAL_FLEXION", "bends the back to the side"),
  },
  {
    angles: ["neck"],
    regions: ["CERVICAL"],
    // As far as the head goes with the trunk: to look ahead in a hinge, on a pillow with the hips raised.
    most: 25,
    more: ["FLEXION", "bends the neck forward"],
    less: ["EXTENSION", "bends the neck backward"],
  },
  {
    angles: ["neckRot"],
    regions: ["CERVICAL"],
    most: 5,
    ...evenly("ROTATION", "turns the neck"),
  },
  {
    angles: ["neckSide"],
    regions: ["CERVICAL"],
    most: 10,
    ...evenly("LATERAL_FLEXION", "bends the neck to the side"),
  },
];

/**
 * Where a figure shows more bend or turn of the spine than the exercise's movement tags say, in any moment of its movement: the picture and
 * the safety tags agree. For shipped exercises and a clinic's own. A record that cannot be moved has faults of its own, none here.
 */
export function tagFaults(
  record: FigureRecord,
  tags: readonly RegionTag[],
  movement: Movement | undefined = movementIfPossible(record),
): FigureFault[] {
  if (!movement) return [];
  const { pose } = bases[record.base];
  const sumOf = (angles: readonly SpineAngle[], values: { readonly [name in SpineAngle]?: number | undefined }) =>
    angles.reduce((sum, name) => sum + (values[name] ?? 0), 0);
  const allows = (tag: string, regions: readonly string[]) =>
    tags.some((own) => own.tag === tag && (own.region == null || regions.includes(own.region)));
  return momentsOf(movement.steps).flatMap(({ step, frame }) => {
    const now = spineAngles(step.body);
    return watches.flatMap(({ angles, regions, most, more, less }) => {
      const [is, rest] = [sumOf(angles, now), sumOf(angles, pose)];
      // To the right is as good as to the left: a figure may lie on either side.
      const bend = more === less ? Math.abs(is) - Math.abs(rest) : is - rest;
      if ((more === less ? bend : Math.abs(bend)) <= most) return [];
      const [tag, does] = bend > 0 ? more : less;
      return allows(tag, regions)
        ? []
        : [{ frame, joint: "spine", message: `${does} ${Math.abs(bend).toFixed(0)}°, but the exercise has no ${tag}` }];
    });
  });
}

function movementIfPossible(record: FigureRecord): Movement | undefined {
  try {
    return movementOf(record);
  } catch {
    return undefined;
  }
}
