import { type DayMarks } from "@/lib/check-in/day-marks";
import { nextAfter } from "@/lib/check-in/next-up";
import type { Outcome } from "@/lib/schemas/exercise-log";

/** What was just marked, for the page that comes next: it offers to undo it. The address names an exercise, not what became of it. */
export const markedParameter = "after";

/**
 * Where a mark leads: pain is asked about, what was taken back is offered again, else the next exercise of the session or the list.
 * @param lines the day's, as they were before the mark
 */
export function addressAfter(
  lines: readonly { id: string; marks: DayMarks }[],
  { lineId, session, outcome }: { lineId: string; session: number; outcome: Outcome },
) {
  if (outcome === "skipped-it-hurts") return "/my/today/check-in?stage=skip" as const;
  if (outcome === "not-done") return `/my/today/exercise/${lineId}` as const;
  const next = nextAfter(lines, lineId, session);
  const marked = `${markedParameter}=${lineId}` as const;
  return next ? (`/my/today/exercise/${next.id}?${marked}` as const) : (`/my/today?${marked}` as const);
}
