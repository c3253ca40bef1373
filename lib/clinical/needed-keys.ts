import type { ClearanceKey, ClinicalContent } from "./facts";
import type { Situation } from "./prescription";
import { needsClearance } from "./review/need";
import { tracksOf } from "./track";

/**
 * The clearance keys without which a line of the situation's phase never opens, granted or not: what the record's gate asks for.
 * @returns none for an exercise that the content lacks
 */
export function neededKeys(exercise: string, situation: Situation, content: ClinicalContent): ClearanceKey[] {
  const facts = content.exercises[exercise];
  if (!facts) return [];
  const { tracks } = tracksOf(situation, content);
  return tracks.some((track) => needsClearance(track, facts)) ? [facts.clearanceKey] : [];
}

/** The keys that opening a phase takes: its own entry's and those of every phase before it, because phases are never skipped. */
export function entryKeys(protocol: string, phase: number, content: ClinicalContent): ClearanceKey[] {
  const phases = content.protocols[protocol]?.phases ?? [];
  return [...new Set(phases.filter(({ n }) => n <= phase).flatMap(({ entryClearances }) => entryClearances))];
}
