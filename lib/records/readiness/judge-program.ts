import type { PhaseWithEntry } from "@/lib/clinical/entry-criteria";
import { readiness, type Readiness } from "@/lib/clinical/readiness";
import { isLongStop, phaseToResume, type PhaseToResume } from "@/lib/clinical/readiness/phase-to-resume";
import type { Day } from "@/lib/dates";
import { readSituation } from "@/lib/records/programs/situation";
import { withClinicNumbers } from "@/lib/records/settings/current-settings";
import { gatherEvidence } from "./gather-evidence";
import { readinessFacts, type RecordedEvidence } from "./readiness-columns";

/** A program before its next phase. */
export type JudgedProgram = {
  /** Null before the program has begun. */
  currentPhase: number | null;
  anchor: Day;
  shiftDays: number;
  phases: PhaseWithEntry[];
  /** The phase that would begin; null in the last one. */
  next: PhaseWithEntry | null;
  readiness: Readiness;
  /** The entry into any phase, on what is known today. */
  entryInto: (phase: number) => Readiness;
  /** Since when the program stands still. */
  heldSince: Day | null;
  /** Where the program may go on after a long hold; null where it is not held, or not for so long. */
  resume: PhaseToResume | null;
  recorded: RecordedEvidence[];
  /** Of the clinic's numbers by which it was judged. */
  settingsVersion: number;
};

/**
 * May the program's next phase begin, or a program in draft begin where it would?
 * @param selected what `readinessColumns` selected
 * @throws when stored clinical data is not what the rules know: the act stops
 */
export function judgeProgram(selected: unknown, today: Day): JudgedProgram {
  const facts = readinessFacts.parse(selected);
  const situation = readSituation(facts.situation, today);
  const { protocol: id, anchor, shiftDays = 0, currentPhase, settings, clearances = [] } = situation;
  const content = withClinicNumbers(settings, { protocols: { [facts.protocol.id]: facts.protocol }, exercises: {} });
  const phases = content.protocols[facts.protocol.id]?.phases ?? [];
  const phase = currentPhase ?? (facts.startPhase ?? 1) - 1;
  const evidenceFor = (n: number) => gatherEvidence(facts, clearances, n, today);
  const asked = { protocol: id, anchor, today, shiftDays };
  const entryInto = (n: number) =>
    readiness({ ...asked, phase: n - 1, evidence: evidenceFor(n) }, content, settings.clinical);
  const isLong = facts.heldSince !== null && isLongStop(facts.heldSince, today);
  return {
    ...{ currentPhase, anchor, shiftDays, phases, entryInto, heldSince: facts.heldSince },
    next: phases.find(({ n }) => n === phase + 1) ?? null,
    readiness: entryInto(phase + 1),
    resume:
      currentPhase !== null && isLong
        ? phaseToResume({ ...asked, phase: currentPhase }, evidenceFor, content, settings.clinical)
        : null,
    recorded: facts.recorded,
    settingsVersion: settings.version,
  };
}
