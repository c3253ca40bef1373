import type { Text } from "@/lib/clinical/facts";
import type { Stage, TriageLevel } from "@/lib/clinical/triage-content";
import { dayOf, type Day } from "@/lib/dates";
import { firedRules, storedLevel, storedStage } from "./check-in-row";

/** What the person gets back from a report. */
export type CheckInAnswer = {
  checkInId: string;
  stage: Stage;
  onDay: Day;
  level: TriageLevel;
  /** Those of the resulting level only: "call today" beside "go now" would confuse. */
  messages: Text[];
  /** Inputs that were asked and not answered. */
  missing: string[];
  /** The same report came before; nothing was written now. */
  isRepeat: boolean;
};

/** The answer to a stored check-in: the same however often it is asked for. */
export function answerOf(
  row: { id: string; stage: string; onDay: Date; level: string; fired: unknown; missing: string[] },
  isRepeat: boolean,
): CheckInAnswer {
  const level = storedLevel.parse(row.level);
  return {
    checkInId: row.id,
    stage: storedStage.parse(row.stage),
    onDay: dayOf(row.onDay),
    level,
    messages: firedRules
      .parse(row.fired)
      .filter((rule) => rule.level === level)
      .map(({ patientMessage }) => patientMessage),
    missing: row.missing,
    isRepeat,
  };
}
