import type { PhaseWithEntry } from "@/lib/clinical/entry-criteria";
import { readiness, type Readiness } from "@/lib/clinical/readiness";
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
  const evidence = gatherEvidence(facts, clearances, phase + 1, today);
  return {
    ...{ currentPhase, anchor, shiftDays, phases },
    next: phases.find(({ n }) => n === phase + 1) ?? null,
    readiness: readiness({ protocol: id, anchor, today, phase, shiftDays, evidence }, content, settings.clinical),
    recorded: facts.recorded,
    settingsVersion: settings.version,
  };
}
