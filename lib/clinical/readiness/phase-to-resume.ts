import { daysBetween, type Day } from "../days";
import type { ContentWithEntry } from "../entry-criteria";
import { readiness, type ReadinessInput } from "../readiness";
import { defaultSettings, type ClinicalSettings } from "../settings";
import type { Criterion } from "./criterion";
import type { Evidence } from "./evidence";

/** After so many days on hold a program goes on in a phase that somebody has chosen; the database holds the same number. */
const longStopDays = 14;

/** Whether a program stood still for so long; both are calendar days. */
export function isLongStop(since: Day, today: Day): boolean {
  return daysBetween(since, today) >= longStopDays;
}

/** The phase that is proposed, and every phase from the current one down to it with its entry as judged today. */
export type PhaseToResume = { phase: number; judged: { phase: number; criteria: Criterion[] }[] };

/** Of a program that stood still nothing was owed, and the hold is the one that ends: neither says anything about the person. */
const notAboutThePerson: readonly string[] = ["adherencePct", "hold"];

/**
 * In which phase may a program go on after a long hold? The latest one, up to the current, whose entry criteria are all met on today's evidence;
 * the first where none is. Unknown is not met.
 * @param evidenceFor what is known for the entry into a phase: confirmations count for their own phase alone
 */
export function phaseToResume(
  input: Omit<ReadinessInput, "evidence">,
  evidenceFor: (phase: number) => Evidence,
  content: ContentWithEntry,
  settings: ClinicalSettings = defaultSettings,
): PhaseToResume {
  const judged: PhaseToResume["judged"] = [];
  for (let phase = input.phase; phase >= 1; phase -= 1) {
    const entry = readiness({ ...input, phase: phase - 1, evidence: evidenceFor(phase) }, content, settings);
    const criteria = entry.criteria.filter(({ id }) => !notAboutThePerson.includes(id));
    judged.push({ phase, criteria });
    if (criteria.every(({ state }) => state === "met")) return { phase, judged };
  }
  return { phase: 1, judged };
}
