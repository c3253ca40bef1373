import type { Basis } from "./facts";
import { unverified, type Source } from "./finding";

/** A number that a clinic may set, with what stands behind its default. */
export type Setting = { value: number; basis: Basis; sources: readonly string[] };

const background = (value: number): Setting => ({ value, basis: "background, unverified", sources: [] });
const sourced = (value: number, ...sources: string[]): Setting => ({ value, basis: "sourced", sources });

/** The numbers of the rules that are not in the content, with their shipped values. */
export const defaultSettings = {
  /** Minutes at which timed work may start. */
  rampStartMinutes: sourced(15, "SEED2"),
  /** Most minutes that timed work may grow at once. */
  rampGrowthMinutes: sourced(10, "SEED2"),
  /** Most that sets × reps × perDay, or hold, may grow: 1.5 is half more. */
  rampGrowthFactor: background(1.5),
  /** Load grows too fast when it passes both: this factor and `rampLoadKg`. */
  rampLoadFactor: background(1.25),
  rampLoadKg: background(1),
  /** A dose over this many times the default needs a reason. */
  doseOverrideFactor: background(2),
  /** Exercises on one day above which adherence falls. */
  sessionExercises: background(4),
  /** Rise of mean pain (0–10) that counts as worse. */
  trendRisePoints: sourced(2, "OSTELO-2008"),
  /** Length in days of each window of mean pain. */
  trendWindowDays: background(7),
  /** Fewest check-ins in a window. */
  trendCheckIns: background(3),

  /** Days after which evidence for a criterion is too old to count. */
  evidenceMaxAgeDays: background(14),
  evidenceMaxAgeFunctionalDays: background(28),
  evidenceMaxAgeFusionDays: background(90),
  evidenceMaxAgeOtherDays: background(28),

  /** Adherence in percent from which work may grow. */
  growthAdherencePct: background(75),
  /** Minutes that timed work grows in a week. */
  growthMinutes: sourced(5, "SEED2"),
  /** Repetitions that untimed work grows in a week. */
  growthReps: background(2),
  /** Longest session in phases 1 and 2, and later; minutes. */
  capMinutesEarly: sourced(30, "POULTER-LF", "POULTER-CF"),
  capMinutesLater: background(45),
  /** How much a dose is cut after REDUCE_DOSE, in percent; 25 to 50. */
  reducePct: background(25),
  /** Timed work is never cut below this many minutes. */
  reduceFloorMinutes: background(5),

  /** After a hold of this many days the phase is chosen again by its criteria. */
  holdRestartDays: background(14),
  /** Scheduled sessions without a check-in after which the therapist is asked to look. */
  missedSessions: background(3),
  /** Weeks from the start of the persistent pain pathway after which no improvement is the therapist's and the surgeon's to review. */
  fbssTherapistWeek: background(6),
  fbssSurgeonWeek: background(12),
  /** Fall of pain that counts as a benefit: points, or percent of the first value. */
  benefitPoints: sourced(2, "OSTELO-2008", "SUZUKI-2020"),
  benefitPct: sourced(30, "OSTELO-2008", "SUZUKI-2020"),
  /** Day after an injection on which its benefit is judged. */
  injectionReviewDay: sourced(14, "UIC-INJ", "BLUEMTN-ESI"),
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof defaultSettings;
/** What the rules are given: every number with what stands behind it. */
export type ClinicalSettings = Readonly<Record<SettingName, Setting>>;

/** The source ids of the settings that a finding rests on, with the mark of what nobody has confirmed. */
export function sourcesOf(...settings: readonly Setting[]): Source {
  return [...new Set(settings.flatMap(({ basis, sources }) => (basis === "sourced" ? sources : [unverified])))];
}
