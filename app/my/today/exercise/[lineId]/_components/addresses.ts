import { type DayMarks } from "@/lib/check-in/day-marks";
import { nextAfter } from "@/lib/check-in/next-up";
import type { Outcome } from "@/lib/schemas/outcomes";

/** More times a day are never prescribed. */
const mostSessions = 24;

/**
 * Where a mark leads: pain is asked about, what was taken back is offered again, else the next exercise of the session or the list. That page
 * is told which exercise was marked, to offer to undo it, not what became of it.
 * @param lines the day's, as they were before the mark
 */
export function addressAfter(
  lines: readonly { id: string; marks: DayMarks }[],
  { lineId, session, outcome }: { lineId: string; session: number; outcome: Outcome },
) {
  if (outcome === "skipped-it-hurts")
    return `/my/today/check-in?stage=skip&after=${lineId}&session=${session}` as const;
  if (outcome === "not-done") return `/my/today/exercise/${lineId}` as const;
  const next = nextAfter(lines, lineId, session);
  const marked = `after=${lineId}` as const;
  return next ? (`/my/today/exercise/${next.id}?${marked}` as const) : (`/my/today?${marked}` as const);
}

/** The session of an exercise that was just skipped, as the address after that mark names it; null where it names none. */
export function skippedOf(lineId: string | null, session: string | null): { lineId: string; session: number } | null {
  const n = Number(session ?? 1);
  return lineId !== null && Number.isInteger(n) && n >= 1 && n <= mostSessions ? { lineId, session: n } : null;
}
