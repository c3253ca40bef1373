import type { Text } from "./facts";
import { unverified, type Source } from "./finding";
import { defaultSettings, type ClinicalSettings } from "./settings";
import {
  triageLevels,
  type Answers,
  type Stage,
  type TriageContent,
  type TriageContext,
  type TriageLevel,
  type TriageRule,
} from "./triage-content";
import type { Day } from "./days";
import { holds } from "./triage/language";
import { missingInputs } from "./triage/missing";
import { firedTrends, type RecentCheckIn } from "./triage/trends";

export type TriageInput = {
  /** With what the day's earlier stages answered. */
  answers: Answers;
  context: TriageContext;
  /** Earlier check-ins of other sessions, newest last. */
  recent?: readonly RecentCheckIn[] | undefined;
  /** What is asked; the whole check-in when absent. */
  stage?: Stage | undefined;
  /** The day of this check-in. */
  on?: Day | undefined;
};

export type FiredRule = { rule: string; level: TriageLevel; patientMessage: Text; action: Text; source: Source };

/** `fired` runs from the highest level down; the patient is shown the messages of `level` only. */
export type TriageResult = { level: TriageLevel; fired: FiredRule[]; missing: string[] };

/** What does this check-in mean? The highest level that fires; with a warning sign unanswered never below `HOLD_NOTIFY_PT`. */
export function triage(
  input: TriageInput,
  content: TriageContent,
  settings: ClinicalSettings = defaultSettings,
): TriageResult {
  const { answers, context, stage = "full" } = input;
  const missing = missingInputs(stage, answers, context, content);
  const fired = [
    ...content.rules
      .filter(({ condition }) => holds(condition, answers, context))
      .map((rule) => firedRule(rule, holds(rule.confirmed, answers, context))),
    ...firedTrends({ ...input, recent: input.recent ?? [] }, content, settings).map((rule) => firedRule(rule, true)),
  ].sort((a, b) => severityOf(b.level) - severityOf(a.level));
  const level = fired[0]?.level ?? "NORMAL_SORENESS";
  return {
    level: missing.some(({ redFlag }) => redFlag) ? worseOf(level, "HOLD_NOTIFY_PT") : level,
    fired,
    missing: missing.map(({ key }) => key),
  };
}

/** The more serious of two levels. */
export function worseOf(a: TriageLevel, b: TriageLevel): TriageLevel {
  return severityOf(a) >= severityOf(b) ? a : b;
}

function severityOf(level: TriageLevel): number {
  return triageLevels.indexOf(level);
}

/** The mark stands where the rule, or the number by which it fired, is one that nobody has confirmed. */
function firedRule(
  rule: Pick<TriageRule, "id" | "level" | "patientMessage" | "action" | "sources" | "basis">,
  isConfirmed: boolean,
): FiredRule {
  const { id, level, patientMessage, action, sources, basis } = rule;
  return {
    rule: id,
    level,
    patientMessage,
    action,
    source: basis === "sourced" && isConfirmed ? [...sources] : [...sources, unverified],
  };
}
