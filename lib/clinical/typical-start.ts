import { addDays, type Day } from "./days";
import type { Basis } from "./facts";
import { shifted, type Track } from "./track";

/** What the dates of one protocol of an episode depend on. */
type ProtocolDays = Pick<Track, "anchor" | "shift" | "shiftsFrom">;

/** When something typically begins in one protocol, in days since its anchor; null where only an individual decision can say. */
type TypicalDay = { day: number | null; isAvoided: boolean; basis: Basis; sources: readonly string[] };

/** When something typically begins in an episode. */
export type TypicalStart = {
  /** The latest day that a protocol names; null where none names one. */
  on: Day | null;
  isAvoided: boolean;
  /** One of the protocols leaves it to an individual decision. */
  isIndividual: boolean;
  basis: Basis;
  sources: readonly string[];
};

/**
 * When it typically begins with everything that the episode follows: the latest of its protocols' days, each as late as the episode runs.
 * @param named one for each protocol that names it
 * @returns null where none does
 */
export function typicalStart(named: readonly (ProtocolDays & { typical: TypicalDay })[]): TypicalStart | null {
  const starts = named.map(({ typical, ...days }) => ({
    ...typical,
    on: typical.day === null ? null : addDays(days.anchor, shifted(days, typical.day)),
  }));
  const [latest] = starts.toSorted((one, other) => (other.on ?? "").localeCompare(one.on ?? ""));
  if (latest === undefined) return null;
  const { basis, sources } = starts.find(({ isAvoided }) => isAvoided) ?? latest;
  return {
    on: latest.on,
    isAvoided: starts.some(({ isAvoided }) => isAvoided),
    isIndividual: starts.some(({ day }) => day === null),
    basis,
    sources,
  };
}

/** The day from which nothing in the content speaks against it; null where it is avoided, or one of the protocols leaves it open. */
export function usualFrom(start: TypicalStart | null): Day | null {
  return start === null || start.isAvoided || start.isIndividual ? null : start.on;
}
