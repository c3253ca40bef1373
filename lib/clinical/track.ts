import { addDays, daysBetween, type Day } from "./days";
import type { ClinicalContent, Earliest, ExerciseFacts, PhaseFacts, ProtocolFacts, Text } from "./facts";
import type { Situation } from "./prescription";
import { firstShiftedDay } from "./first-shifted-day";

/** One protocol that the person follows, on its own day and in its own phase. */
export type Track = {
  protocol: ProtocolFacts;
  anchor: Day;
  /** Days since the anchor; negative before it. */
  day: number;
  phase: PhaseFacts;
  /** Phases whose tags, limits and doses are judged: the phase, and beside it the one that the day would have without a shift. */
  limitingPhases: readonly PhaseFacts[];
  /** Days added from `shiftsFrom` on, the unshifted `firstShiftedDay`. */
  shift: number;
  shiftsFrom: number;
  /** Empty for the program's own protocol, " of Lumbar fusion" for another. */
  of: Text;
};

/** The tracks that the content knows, the program's own first, and the ids (or phases) that it does not know. */
export function tracksOf(situation: Situation, content: ClinicalContent): { tracks: Track[]; unknown: string[] } {
  const tracks: Track[] = [];
  const unknown: string[] = [];
  const add = (id: string, anchor: Day, phase: number | undefined, isOwn: boolean) => {
    const protocol = content.protocols[id];
    const track = protocol && trackOf(protocol, anchor, phase, situation, isOwn);
    if (track) tracks.push(track);
    else unknown.push(protocol && phase !== undefined ? `${id}, phase ${phase}` : id);
  };
  add(situation.protocol, situation.anchor, situation.phase, true);
  for (const also of situation.alsoProtocols ?? []) {
    if (typeof also === "string") add(also, situation.anchor, undefined, false);
    else add(also.protocol, also.anchor ?? situation.anchor, also.phase, false);
  }
  return { tracks, unknown };
}

/** What the content says of the exercise in the track's protocol. */
export function earliestIn({ protocol }: Track, exercise: ExerciseFacts): Earliest | undefined {
  return exercise.earliest[protocol.id];
}

/** A day of the content on the patient's own timeline: the surgeon's shift moves what lies in phase 3 or later. */
export function shifted({ shift, shiftsFrom }: Pick<Track, "shift" | "shiftsFrom">, day: number): number {
  return day >= shiftsFrom ? day + shift : day;
}

/** The calendar date of a day of the track. */
export function dateOf({ anchor }: Track, day: number): Day {
  return addDays(anchor, day);
}

function trackOf(
  protocol: ProtocolFacts,
  anchor: Day,
  n: number | undefined,
  { today, shiftDays = 0 }: Situation,
  isOwn: boolean,
): Track | undefined {
  const timeline = {
    shift: shiftDays,
    shiftsFrom: firstShiftedDay(protocol),
  };
  const day = daysBetween(anchor, today);
  const fallsIn = (shift: number) =>
    protocol.phases.findLast(({ dayStart }) => day >= shifted({ ...timeline, shift }, dayStart)) ?? protocol.phases[0];
  const phase = n === undefined ? fallsIn(shiftDays) : protocol.phases.find((candidate) => candidate.n === n);
  const unshifted = n === undefined ? fallsIn(0) : phase;
  if (!phase || !unshifted) return undefined;
  const { en, es } = protocol.title;
  return {
    protocol,
    anchor,
    day,
    phase,
    limitingPhases: phase === unshifted ? [phase] : [phase, unshifted],
    ...timeline,
    of: isOwn ? { en: "", es: "" } : { en: ` of ${en}`, es: ` de ${es}` },
  };
}
