import type { CheckInAnswer } from "@/lib/check-in/result";
import { dayOf } from "@/lib/dates";
import { firedRules, storedLevel, storedStage } from "./check-in-row";

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
