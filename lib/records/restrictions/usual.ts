import { daysBetween, type Day } from "@/lib/clinical/days";
import type { ProtocolFacts, Text, TreatmentRegion } from "@/lib/clinical/facts";
import { unverified } from "@/lib/clinical/finding";
import { liftSteps, type LadderStep, type LiftStep } from "@/lib/clinical/lift-steps";
import { usualRestrictions, type UsualRestriction } from "@/lib/clinical/restriction-defaults";
import { firstShiftedDay } from "@/lib/clinical/first-shifted-day";
import type { SettingValues } from "@/lib/clinical/settings/entry";
import type { EpisodeSituation } from "@/lib/records/programs/situation";
import { liftingLadder } from "@/prisma/content/bundled";

type OwnProtocol = {
  own: ProtocolFacts;
  phaseWords: readonly { n: number; brace: Text | null; driving: Text | null }[];
  region: TreatmentRegion;
  today: Day;
  shiftDays: number;
};

/** What is usually ordered now by the episode's own protocol, and its lifting ladder, in the clinic's numbers. */
export function usualOf(
  { own, phaseWords, region, today, shiftDays }: OwnProtocol,
  { anchor, currentPhase, settings }: Pick<EpisodeSituation, "anchor" | "currentPhase" | "settings">,
): { usual: UsualRestriction[]; ladder: LiftStep[]; currentPhase: number } {
  const day = daysBetween(anchor, today);
  const phase = currentPhase ?? own.phases.findLast(({ dayStart }) => dayStart <= day)?.n ?? 1;
  const phases = own.phases.map(({ n, dayStart, limits, blockedTags, sources }) => {
    const { brace = null, driving = null } = phaseWords.find((known) => known.n === n) ?? {};
    return { n, dayStart, limits, blockedTags, sources, brace, driving };
  });
  const ladder = ladderOf(own.id, settings.values);
  const days = { anchor, today, shiftDays, shiftsFrom: firstShiftedDay(own) };
  return {
    usual: usualRestrictions({ ...days, phase, phases, region, ladder }),
    ladder: liftSteps(ladder, days),
    currentPhase: phase,
  };
}

/** The steps of a protocol; a number that the clinic has set has no source behind it. */
function ladderOf(protocol: string, values: SettingValues): LadderStep[] {
  const [, steps = []] = Object.entries(liftingLadder).find(([id]) => id === protocol) ?? [];
  return steps.map((step) => {
    const own = values[`ladder.${protocol}.${step.dayStart}`];
    return own === undefined ? step : { ...step, limitKg: own, basis: unverified };
  });
}
