import type { Basis } from "./facts";
import { unverified, type Source } from "./finding";

/** A number that a clinic may set, with what stands behind its default. */
export type Setting = { value: number; basis: Basis; sources: readonly string[] };

/** The numbers of the rules that are not in the content. */
export type ClinicalSettings = Readonly<{
  /** Minutes at which timed work may start. */
  rampStartMinutes: Setting;
  /** Most minutes that timed work may grow at once. */
  rampGrowthMinutes: Setting;
  /** Most that sets × reps × perDay, or hold, may grow: 1.5 is half more. */
  rampGrowthFactor: Setting;
  /** Load grows too fast when it passes both: this factor and `rampLoadKg`. */
  rampLoadFactor: Setting;
  rampLoadKg: Setting;
  /** A dose over this many times the default needs a reason. */
  doseOverrideFactor: Setting;
  /** Exercises on one day above which adherence falls. */
  sessionExercises: Setting;
  /** Rise of mean pain (0–10) that counts as worse. */
  trendRisePoints: Setting;
  /** Length in days of each window of mean pain. */
  trendWindowDays: Setting;
  /** Fewest check-ins in a window. */
  trendCheckIns: Setting;
}>;

const background = (value: number): Setting => ({ value, basis: "background, unverified", sources: [] });
const sourced = (value: number, ...sources: string[]): Setting => ({ value, basis: "sourced", sources });

export const defaultSettings: ClinicalSettings = {
  rampStartMinutes: sourced(15, "SEED2"),
  rampGrowthMinutes: sourced(10, "SEED2"),
  rampGrowthFactor: background(1.5),
  rampLoadFactor: background(1.25),
  rampLoadKg: background(1),
  doseOverrideFactor: background(2),
  sessionExercises: background(4),
  trendRisePoints: sourced(2, "OSTELO-2008"),
  trendWindowDays: background(7),
  trendCheckIns: background(3),
};

/** The source ids of the settings that a finding rests on, with the mark of what nobody has confirmed. */
export function sourcesOf(...settings: readonly Setting[]): Source {
  return [...new Set(settings.flatMap(({ basis, sources }) => (basis === "sourced" ? sources : [unverified])))];
}
