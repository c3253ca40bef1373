import type { PhaseWithEntry, ProtocolWithEntry } from "@/lib/clinical/entry-criteria";
import type { StandingTemplateDraft, TemplateFacts, TemplateLine, TemplatePhaseFacts } from "@/lib/schemas/template";

/** When a line opens inside its phase, as the review found it. */
export type LineOpens = Pick<PhaseWithEntry["lines"][number], "requiresClearance" | "availableFromDay">;

/**
 * A template as the rules read a protocol. Its lines are the usual dosages of its phases.
 * @param opens of a line by its place, where that is known; the rules do not read it
 */
export function protocolOf(
  { id, title, techniques, procedureType, region, anchor, phases, sources }: TemplateFacts,
  lines: readonly TemplateLine[],
  opens: readonly LineOpens[] = [],
): ProtocolWithEntry {
  const placed = lines.map((line, index) => ({ line, opens: opens[index] }));
  return {
    ...{ id, isOwn: true, title, techniques, procedureType, region, anchor, sources },
    phases: phases.map((phase): PhaseWithEntry => {
      const { clearances, ...entryCriteria } = phase.entryCriteria;
      const { n, name, dayStart, dayEndExclusive, blockedTags } = phase;
      const { liftKg, sitMaxMin } = phase.limits;
      return {
        ...{ n, name, dayStart, dayEndExclusive, blockedTags, sources: phase.sources },
        ...{ entryClearances: clearances, entryCriteria, limits: { liftKg, sitMaxMin } },
        lines: placed
          .filter(({ line }) => line.phase === n)
          .map(({ line: { exercise, dosage }, opens: found }) => ({
            ...{ exercise, dosage, requiresClearance: false, availableFromDay: dayStart },
            ...found,
          })),
      };
    }),
  };
}

/** The own version that a draft follows; 0 before there is one. It says where a draft comes from; which one it is, its version says alone. */
export function versionFollowed({ basedOn: { isOwn, number } }: Pick<StandingTemplateDraft, "basedOn">): number {
  return isOwn ? number : 0;
}

/** Phases with the numbers of entry and lifting that the rules read of them: those of the clinic, where it changed the shipped ones. */
export function withNumbersOf(
  phases: readonly TemplatePhaseFacts[],
  { phases: numbered }: Pick<ProtocolWithEntry, "phases">,
): TemplatePhaseFacts[] {
  return phases.map((phase) => {
    const known = numbered.find(({ n }) => n === phase.n);
    if (!known) return phase;
    const { clearances } = phase.entryCriteria;
    const { entryCriteria, limits } = known;
    return {
      ...phase,
      entryCriteria: { ...entryCriteria, clearances },
      limits: { ...phase.limits, ...limits },
    };
  });
}
