import type { PhaseState } from "@/components/clinical/status-badges";
import { isLive } from "@/lib/clinical/clearance";
import { stricterOf, type Severity } from "@/lib/clinical/finding";
import { entryKeys } from "@/lib/clinical/needed-keys";
import type { Draft } from "@/lib/draft/draft";
import type { BuilderPhase } from "@/lib/records/programs/load-program";
import { useBuilder } from "../builder-context";

export type PhaseInDraft = BuilderPhase & {
  state: PhaseState;
  inDraft: Draft["lines"];
  /** The first day of the phase, counted from the anchor. */
  opensOnDay: number;
  /** The worst that may not be signed as it is: held-back lines do not count. */
  worst: Severity;
};

/** The phases of the protocol with the draft's lines in them. */
export function usePhases(): PhaseInDraft[] {
  const { page, draft, phaseNow, content, judgedOf } = useBuilder();
  const { protocol, today, clearances = [], shiftDays = 0 } = page.situation;
  const live = new Set(clearances.filter((clearance) => isLive(clearance, today)).map(({ key }) => key));
  const entries = new Map(content.protocols[protocol]?.phases.map((phase) => [phase.n, phase.entryClearances]));
  const stateOf = (n: number): PhaseState => {
    if (phaseNow === 0) return (entries.get(n) ?? []).length === 0 ? "not-yet" : "needs-clearance";
    if (n < phaseNow) return "done";
    if (n === phaseNow) return page.state === "held" ? "held" : "now";
    return entryKeys(protocol, n, content).every((key) => live.has(key)) ? "not-yet" : "needs-clearance";
  };
  return page.phases.map((phase) => {
    const inDraft = draft.lines.filter((line) => line.phase === phase.n);
    const worst = inDraft.reduce<Severity>((found, { id }) => {
      const judged = judgedOf(id);
      return judged && !judged.heldBack ? stricterOf(found, judged.verdict) : found;
    }, "clear");
    return {
      ...phase,
      state: stateOf(phase.n),
      inDraft,
      opensOnDay: phase.dayStart + (phase.n >= 3 ? shiftDays : 0),
      worst,
    };
  });
}
