import type { ProtocolFacts } from "./facts";

/**
 * The first day that the surgeon's shift moves: that of phase 3; of an own template no later than the shipped protocol's, whatever became of its
 * phases. Infinity where nothing moves.
 */
export function firstShiftedDay({
  phases,
  shiftsFrom = Infinity,
}: Pick<ProtocolFacts, "shiftsFrom"> & { phases: readonly { n: number; dayStart: number }[] }): number {
  return Math.min(shiftsFrom, phases.find(({ n }) => n >= 3)?.dayStart ?? Infinity);
}
