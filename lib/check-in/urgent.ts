import type { Text } from "@/lib/clinical/facts";
import { worseOf } from "@/lib/clinical/triage";
import type { Answer, TriageLevel } from "@/lib/clinical/triage-content";
import type { FormQuestion, SignBox } from "./form-steps";

/** What cannot wait: the levels whose answer stands alone, before everything else. */
export type UrgentLevel = Extract<TriageLevel, "EMERGENCY" | "SAME_DAY_SURGEON">;

/** Whether this level cannot wait; null is none. */
function isUrgent(level: TriageLevel | null): level is UrgentLevel {
  return level === "EMERGENCY" || level === "SAME_DAY_SURGEON";
}

/** What a form's own warning signs call for, each taken by itself. */
export type FormWorry = {
  level: UrgentLevel;
  /** The signs of that level, in the person's words. */
  signs: Text[];
  /** Thoughts of self-harm, and whether nothing else is of that level. */
  isCrisis: boolean;
  isOnlyCrisis: boolean;
};

/**
 * What the answers of a form call for by nothing but the form itself, where neither the plan nor the server can be asked: the worst of the signs that
 * were ticked. Null where none of them is urgent by itself, which does not say that all is well.
 */
export function worryOf(
  steps: readonly (readonly FormQuestion[])[],
  answers: Readonly<Record<string, Answer>>,
): FormWorry | null {
  const questions = steps.flat();
  const boxes = questions.flatMap((question) => (question.kind === "signs" ? question.boxes : [])).filter(isTicked);
  const isCrisis = questions.some(({ kind, name }) => kind === "gentle" && answers[name] === true);
  const levels: TriageLevel[] = [...boxes.map(({ level }) => level), ...(isCrisis ? (["EMERGENCY"] as const) : [])];
  const level = levels.reduce(worseOf, "NORMAL_SORENESS");
  if (!isUrgent(level)) return null;
  const signs = boxes.filter((box) => box.level === level).map(({ label }) => label);
  return { level, signs, isCrisis, isOnlyCrisis: isCrisis && signs.length === 0 };

  function isTicked({ input, value }: SignBox): boolean {
    const answer = answers[input];
    // A measured temperature below the box's own is none.
    return typeof answer === "number" && typeof value === "number" ? answer >= value : answer === value;
  }
}

/** The levels that are known of one report, by who judged it; null: nobody there, or nothing urgent said. */
type Known = {
  /** The rules, beside the plan of this phone. */
  rules: TriageLevel | null;
  /** The server, of a report that is no part of the record: by its answers alone. */
  server: TriageLevel | null;
  /** The form's own signs. */
  signs: UrgentLevel | null;
};

/**
 * Which judgement an urgent screen tells: the worst, and of equals the one that knows most. The form's signs are asked only where nobody else has judged.
 * Null where nothing is urgent.
 */
export function urgentBy({ rules, server, signs }: Known): { level: UrgentLevel; by: keyof Known } | null {
  if (isUrgent(rules) && (server === null || worseOf(rules, server) === rules)) return { level: rules, by: "rules" };
  if (isUrgent(server)) return { level: server, by: "server" };
  return rules === null && server === null && signs !== null ? { level: signs, by: "signs" } : null;
}
