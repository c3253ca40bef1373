import type { Bounds, SettingEntry, SettingValues } from "./entry";

/** Why a value cannot stand: not a number between the bounds, not on its steps, or out of order beside another one. */
export type SettingProblem = "outOfRange" | "wrongStep" | "outOfOrder";

/** Numbers that mean "more" in this order; a value may equal its neighbor. */
const ascending: readonly (readonly string[])[] = [
  ["triage.nprsAmber", "triage.nprsRed", "triage.nprsHigh", "triage.nprsSevere"],
  ["triage.nprsRise", "triage.bigRise", "triage.veryBigRise"],
  ["triage.fewHours", "triage.longFlareHours", "triage.veryLongFlareHours"],

  ["sla.EMERGENCY", "sla.SAME_DAY_SURGEON", "sla.HOLD_NOTIFY_PT"],
  ["rule.trendCheckIns", "rule.trendWindowDays"],
  ["rule.capMinutesEarly", "rule.capMinutesLater"],
  ["rule.rampStartMinutes", "rule.capMinutesEarly"],
  ["rule.fbssTherapistWeek", "rule.fbssSurgeonWeek"],
];

/**
 * What is wrong with a clinic's numbers, by setting id; empty when they can stand. A pair out of order is reported on both, so that either can be
 * changed.
 * @param values every changed number; an id that is no setting is the caller's to refuse
 */
export function problemsOf(entries: readonly SettingEntry[], values: SettingValues): Record<string, SettingProblem> {
  const problems: Record<string, SettingProblem> = {};
  const standing = new Map(entries.map(({ id, value }) => [id, values[id] ?? value]));
  for (const [one, other] of orderedPairs(entries)) {
    const [less, more] = [standing.get(one), standing.get(other)];
    if (less !== undefined && more !== undefined && less > more) {
      problems[one] = "outOfOrder";
      problems[other] = "outOfOrder";
    }
  }
  for (const entry of entries) {
    const value = values[entry.id];
    if (value === undefined) continue;
    if (!(value >= entry.min && value <= entry.max)) problems[entry.id] = "outOfRange";
    else if (!isOnStep(value, entry)) problems[entry.id] = "wrongStep";
  }
  return problems;
}

function orderedPairs(entries: readonly SettingEntry[]): (readonly [string, string])[] {
  const chains = ascending.flatMap((chain) =>
    chain.slice(1).map((id, i) => [chain.slice(i, i + 1).join(), id] as const),
  );
  const modifiers = entries
    .filter(({ part, id }) => part === "modifier" && id.endsWith(".from"))
    .map(({ id }) => [id, id.replace(/from$/, "to")] as const);
  return [...chains, ...modifiers];
}

/** Decimal steps are not exact in binary; a millionth decides nothing here. */
function isOnStep(value: number, { step }: Bounds): boolean {
  const steps = value / step;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
}
