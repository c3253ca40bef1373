import type { Clearance } from "../clearance";
import type { ClearanceKey, ExerciseFacts, MovementTag, PhaseFacts, RegionalTag } from "../facts";
import { earliestIn, type Track } from "../track";
import type { Case } from "./case";

/** `PT_SUPERVISED_START` opens these of the blocked tags and no other (protocols.json, clearanceKeys). */
const openedUnderSupervision: ReadonlySet<MovementTag> = new Set(["UNSUPPORTED_TRUNK", "PRONE_ON_ELBOWS"]);

/** What the exercise waits for on one track. */
export type TrackNeed = {
  track: Track;
  needsClearance: boolean;
  /** The exercise's tags that the track's phase blocks. */
  blocked: readonly RegionalTag[];
  /** One of them that the exercise's own clearance key cannot open. */
  closed: RegionalTag | undefined;
};

/** What a line waits for, worked out once for all rules. */
export type Need = {
  byTrack: readonly TrackNeed[];
  /** On any track. */
  needsClearance: boolean;
  /** The content forbids the exercise in one of the protocols, whatever is cleared. */
  isAvoided: boolean;
  /** The live grants of the exercise's own key: one serves the protocol's need and the phase's blocked tags. */
  grants: readonly Clearance[];
};

const noGrants: readonly Clearance[] = [];

/** What the exercise waits for on every track of the case. */
export function needOf(exercise: ExerciseFacts, { tracks, grants }: Case): Need {
  const byTrack: TrackNeed[] = [];
  let [needsClearance, isAvoided] = [false, false];
  for (const track of tracks) {
    const need = trackNeedOf(exercise, track);
    byTrack.push(need);
    needsClearance ||= need.needsClearance;
    isAvoided ||= earliestIn(track, exercise)?.rule === "AVOID";
  }
  return { byTrack, needsClearance, isAvoided, grants: grants.get(exercise.clearanceKey) ?? noGrants };
}

/** The key that the exercise still waits for today; null when it needs none, has a live grant, or is avoided. */
export function missingKey(exercise: ExerciseFacts, program: Case): ClearanceKey | null {
  const { needsClearance, isAvoided, grants } = needOf(exercise, program);
  return needsClearance && !isAvoided && grants.length === 0 ? exercise.clearanceKey : null;
}

/** Whether the exercise waits for a clearance in the track's phase: this makes a line's `requiresClearance`. */
export function needsClearance(track: Track, exercise: ExerciseFacts): boolean {
  return trackNeedOf(exercise, track).needsClearance;
}

/** Whether two regions meet: an entry without region meets every region. */
export function regionsMeet(a: string | null | undefined, b: string | null | undefined): boolean {
  return a == null || b == null || a === b;
}

function trackNeedOf(exercise: ExerciseFacts, track: Track): TrackNeed {
  const earliest = earliestIn(track, exercise);
  const blocked = exercise.tags.filter((tag) => isBlocked(tag, track.limitingPhases));
  return {
    track,
    needsClearance:
      blocked.length > 0 || (earliest !== undefined && (earliest.clearance || earliest.rule !== "FROM_DAY")),
    blocked,
    closed:
      exercise.clearanceKey === "PT_SUPERVISED_START"
        ? blocked.find(({ tag }) => !openedUnderSupervision.has(tag))
        : undefined,
  };
}

function isBlocked(own: RegionalTag, phases: readonly PhaseFacts[]): boolean {
  for (const { blockedTags } of phases) {
    for (const { tag, region } of blockedTags) {
      if (tag === own.tag && regionsMeet(region, own.region)) return true;
    }
  }
  return false;
}
