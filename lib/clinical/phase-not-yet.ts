import type { ClinicalContent } from "./facts";
import type { Finding } from "./finding";
import type { Situation } from "./prescription";
import { caseOf } from "./review/case";
import { phaseNotReached } from "./review/phase-not-reached";
import { defaultSettings, type ClinicalSettings } from "./settings";

/**
 * Why a program may not begin in the situation's phase today: its first day has not come. Phase 1 may be begun ahead of its day, because its
 * lines open by their own days.
 */
export function phaseNotYet(
  situation: Situation,
  content: ClinicalContent,
  settings: ClinicalSettings = defaultSettings,
): readonly Finding[] {
  if (situation.phase === 1) return [];
  return phaseNotReached(caseOf(situation, content, settings));
}
