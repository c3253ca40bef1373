import type { Stage } from "@/lib/clinical/triage-content";
import type { Day } from "@/lib/dates";
import type { ShippedTriage } from "@/lib/schemas/content/triage";
import { effectsOf, type Effects } from "./effects";
import type { JudgedCheckIn } from "./judge";
import type { CheckInResult, TodayHold } from "./result";
import { moodCrisis, signWords } from "./sign-words";
import { worryingAnswers } from "./worrying-answers";

type Unsent = {
  /** The report's own key: the server finds it by this, too. */
  key: string;
  stage: Stage;
  onDay: Day;
  /** ISO instant by the phone's clock. */
  madeAt: string;
  judged: Pick<JudgedCheckIn, "result" | "answers">;
};

/** What the phone knows without asking. */
type Known = Pick<CheckInResult, "person" | "treatment" | "crisisPhone"> & {
  /** The stop that stood when the plan was made. */
  hold: TodayHold | null;
};

/**
 * The answer to a check-in that waits on this phone, as the server would give it; nothing is claimed that only the server knows: nobody was told,
 * nobody calls.
 */
export function ownResult(
  { key, stage, onDay, madeAt, judged: { result, answers } }: Unsent,
  { person, treatment, crisisPhone, hold }: Known,
  content: ShippedTriage,
): CheckInResult {
  const fired = result.fired.filter(({ level }) => level === result.level);
  const effects = effectsOf(result, content);
  return {
    checkInId: key,
    stage,
    onDay,
    level: result.level,
    messages: fired.map(({ rule, patientMessage }) => ruleOf(content, rule)?.patientMessageUnsent ?? patientMessage),
    missing: result.missing,
    isRepeat: false,
    reportedAt: madeAt,
    hold: effects === null ? hold : stricterHold(hold, effects, key),
    alert: null,
    person,
    treatment,
    crisisPhone: fired.some(({ rule }) => rule === moodCrisis) ? crisisPhone : null,
    signs: worryingAnswers(answers, content).flatMap(({ input, value }) => signWords(content, input, value)),
    suspected: fired.flatMap(({ rule }) => content.rules.find(({ id }) => id === rule)?.name ?? []),
    mayCorrect: true,
    isUnsent: true,
  };
}

function ruleOf({ rules, trendRules }: ShippedTriage, rule: string) {
  return [...rules, ...trendRules].find(({ id }) => id === rule);
}

/** What the report stops, beside what was stopped already; an emergency of before stays the one that is told. */
function stricterHold(before: TodayHold | null, effects: Effects, key: string): TodayHold {
  if (before?.isEmergency === true) return { ...before, easyActivityAllowed: false };
  return {
    isEmergency: effects.level === "EMERGENCY",
    checkInId: key,
    isSuspension: effects.isSuspension || before?.isSuspension === true,
    easyActivityAllowed: effects.easyActivityAllowed && before?.easyActivityAllowed !== false,
    caller: null,
    callBy: null,
    placed: null,
    isUnsent: true,
  };
}
