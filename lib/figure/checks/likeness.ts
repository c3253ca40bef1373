import { pointOf, type Body } from "../body";
import type { Drawing } from "../figure";
import { distance, type Vector } from "../space";

const comparedJoints = [
  "nose",
  "crown",
  "root",
  "kneeR",
  "kneeL",
  "ankleR",
  "ankleL",
  "elbowR",
  "elbowL",
  "wristR",
  "wristL",
  "chest",
] as const;

/** How far (cm) joints must lie apart, in the mean over joints and key poses. */
const alike = 2;

/** The pairs of figures, by name, that nobody could tell apart: drawn the same way, and posed nearly alike. */
export function twinsAmong(drawings: Readonly<Record<string, Drawing>>): string[] {
  const groups = Map.groupBy(Object.entries(drawings), ([, drawing]) => likenessOf(drawing));
  return [...groups.values()].flatMap((group) => {
    const looks = group.map(([name, { movement }]) => [name, movement.keys.map(posed)] as const);
    return looks.flatMap(([name, pose], index) =>
      looks.slice(index + 1).flatMap(([other, its]) => (apart(pose, its) < alike ? [`${name} and ${other}`] : [])),
    );
  });
}

/** What the eye sees before it sees the pose. */
const likenessOf = ({ scene: { record, movement } }: Drawing): string =>
  JSON.stringify([
    movement.setup.view,
    [...record.moves].sort(),
    record.zoom,
    record.props,
    movement.setup.near,
    movement.keys.length,
  ]);

const posed = (body: Body): Vector[] => comparedJoints.map((joint) => pointOf(body, joint));

function apart(a: readonly (readonly Vector[])[], b: readonly (readonly Vector[])[]): number {
  const far = a.flatMap((pose, key) =>
    pose.flatMap((place, joint) => {
      const other = b[key]?.[joint];
      return other ? distance(place, other) : [];
    }),
  );
  return far.reduce((sum, one) => sum + one, 0) / Math.max(1, far.length);
}
