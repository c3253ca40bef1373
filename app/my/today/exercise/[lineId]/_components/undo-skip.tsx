import type { Outcome } from "@/lib/schemas/outcomes";
import { MarkedRow } from "./marked-row";
import type { GoOn } from "./use-mark";

/** "Today: It hurt. Undo", above the questions that follow that mark: a finger may have slipped. */
export function UndoSkip({
  skipped: { lineId, session },
  ...form
}: {
  skipped: { lineId: string; session: number };
  idempotencyKey: string;
  goOn?: GoOn;
}) {
  const marks = Array.from({ length: session }, (_, index): Outcome | null =>
    index === session - 1 ? "skipped-it-hurts" : null,
  );
  return <MarkedRow {...form} line={{ id: lineId, marks }} lines={[]} session={session} />;
}
