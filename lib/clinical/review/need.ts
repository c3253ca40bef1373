import type { Clearance } from "../clearance";
import type { ClearanceKey, ExerciseFacts, MovementTag, RegionalTag } from "../facts";
import { earliestIn, type Track } from "../track";
import type { Case } from "./case";

/** `PT_SUPERVISED_START` opens these of the blocked tags and no other (protocols.json, clearanceKeys). */
const openedUnderSupervision: ReadonlySet<MovementTag> = new Set(["UNSUPPORTED_TRUNK", "PRONE_ON_ELBOWS"]);

/** Whether two regions meet: an entry without region meets every region. */
export function regionsMeet(a: string | null | undefined, b: string | null | undefined): boolean {
  return a == null || b == null || a === b;
}

/** The exercise's tags that the track's phase blocks. */
export function blockedTags({ limitingPhases }: Track, { tags }: ExerciseFacts): RegionalTag[] {
  return tags.filter((own) =>
    limitingPhases.some((phase) =>
      phase.blockedTags.some(({ tag, region }) => tag === own.tag && regionsMeet(region, own.region)),
    ),
  );
}

/** Whether the exercise waits for a clearance in the track's phase: this makes a line's `requiresClearance`. */
export function needsClearance(track: Track, exercise: ExerciseFacts): boolean {
  const earliest = earliestIn(track, exercise);
  const needsForProtocol = earliest !== undefined && (earliest.clearance || earliest.rule !== "FROM_DAY");
  return needsForProtocol || blockedTags(track, exercise).length > 0;
}

/** A blocked tag that the exercise's own clearance key cannot open. */
export function tagWithoutKey(track: Track, exercise: ExerciseFacts): RegionalTag | undefined {
  if (exercise.clearanceKey !== "PT_SUPERVISED_START") return undefined;
  return blockedTags(track, exercise).find(({ tag }) => !openedUnderSupervision.has(tag));
}

/** The live grants of the exercise's own key: one serves the protocol's need and the phase's blocked tags. */
export function grantsOf({ clearanceKey }: ExerciseFacts, program: Case): readonly Clearance[] {
  return program.grants.get(clearanceKey) ?? [];
}

/** Whether the content forbids the exercise in one of the protocols, whatever is cleared. */
export function isAvoided(exercise: ExerciseFacts, program: Case): boolean {
  return program.tracks.some((track) => earliestIn(track, exercise)?.rule === "AVOID");
}

/** The key that the exercise still waits for today; null when it needs none, has a live grant, or no key could open it. */
export function missingKey(exercise: ExerciseFacts, program: Case): ClearanceKey | null {
  if (isAvoided(exercise, program) || grantsOf(exercise, program).length > 0) return null;
  return program.tracks.some((track) => needsClearance(track, exercise)) ? exercise.clearanceKey : null;
}
