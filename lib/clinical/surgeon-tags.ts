import type { ClearanceKey, MovementTag } from "./facts";

/** Movement, load, impact, overhead and water open only by a surgeon's key. */
export const surgeonTags: ReadonlySet<MovementTag> = new Set([
  "FLEXION",
  "EXTENSION",
  "ROTATION",
  "LATERAL_FLEXION",
  "IMPACT",
  "LOADED_LIFTING",
  "OVERHEAD",
  "WATER_IMMERSION",
]);

/** The one key that a therapist grants; the content says so too. */
export const therapistsKey: ClearanceKey = "PT_SUPERVISED_START";

/** The first tag that a surgeon has to clear while the exercise's key is not a surgeon's; undefined when they go together. */
export function tagWithoutSurgeon(
  tags: readonly { tag: MovementTag }[],
  clearanceKey: ClearanceKey,
): MovementTag | undefined {
  if (clearanceKey !== therapistsKey) return undefined;
  return tags.find(({ tag }) => surgeonTags.has(tag))?.tag;
}
