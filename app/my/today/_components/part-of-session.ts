import type { SessionPart } from "@/components/shell/patient-shell";
import { isOwed } from "@/lib/check-in/day-marks";
import type { Today, TodayLine } from "@/lib/records/today/load-today";

/** Whether the exercise needs nothing more today: every session has its mark. */
export function isMarked({ marks }: Pick<TodayLine, "marks">): boolean {
  return !marks.some(isOwed);
}

/** Where the day stands: a check-in comes first, and once every exercise is marked the questions afterwards. */
export function partOfSession({ checkIns, lines }: Pick<Today, "checkIns" | "lines">): SessionPart {
  if (!checkIns.some(({ stage }) => stage === "before" || stage === "full")) return "checkIn";
  return lines.length > 0 && lines.every(isMarked) ? "afterwards" : "exercises";
}
