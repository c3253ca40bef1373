import type { Dosage, RampGroup } from "./facts";
import { defaultSettings, type ClinicalSettings } from "./settings";

/** A line of an assignment, with the phase's default. */
export type StartingLine<D extends Dosage = Dosage> = {
  exercise: string;
  phase: number;
  dosage: D;
  rampGroup: RampGroup | null;
};

/**
 * The dosages with which an assignment begins, in the order of the lines: the phase's defaults, but timed work starts no longer and grows no faster
 * from phase to phase than review's `ramp` lets pass. Growth is measured from the phase before in the program, of the exercise itself or else the
 * longest of its ramp group; up to the phase in which the program begins nothing comes before.
 */
export function startingDosages<D extends Dosage>(
  lines: readonly StartingLine<D>[],
  startPhase: number,
  settings: ClinicalSettings = defaultSettings,
): D[] {
  const phases = [...new Set(lines.map(({ phase }) => phase))].sort((a, b) => a - b);
  const given = lines.map((line) => ({ ...line }));
  for (const phase of phases) {
    const preceding = phases.findLast((candidate) => candidate >= startPhase && candidate < phase);
    const before = given.filter((line) => line.phase === preceding);
    for (const line of given) if (line.phase === phase) line.dosage = ramped(line, before, settings);
  }
  return given.map(({ dosage }) => dosage);
}

function ramped<D extends Dosage>(
  line: StartingLine<D>,
  before: readonly StartingLine<D>[],
  { rampStartMinutes, rampGrowthMinutes }: ClinicalSettings,
): D {
  const { dosage } = line;
  if (dosage.durationMin == null) return dosage;
  const minutes = minutesBefore(line, before);
  const most = minutes === null ? rampStartMinutes.value : minutes + rampGrowthMinutes.value;
  return dosage.durationMin > most ? { ...dosage, durationMin: most } : dosage;
}

function minutesBefore({ exercise, rampGroup }: StartingLine, before: readonly StartingLine[]): number | null {
  const own = before.filter((line) => line.exercise === exercise);
  const like = own.length > 0 || rampGroup === null ? own : before.filter((line) => line.rampGroup === rampGroup);
  const minutes = like.flatMap((line) => line.dosage.durationMin ?? []);
  return minutes.length === 0 ? null : Math.max(...minutes);
}
