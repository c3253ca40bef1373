import { useState, type ReactNode } from "react";
import { SessionPath } from "@/components/shell/patient-shell";
import { triageContextOf } from "@/lib/check-in/context";
import { formSteps } from "@/lib/check-in/form-steps";
import { addDays, type Day } from "@/lib/dates";
import type { OfflinePlan } from "@/lib/schemas/offline-plan";
import { CheckInSteps } from "../../my/today/check-in/_components/check-in-steps";
import { beginSending } from "../../my/today/check-in/_components/send-check-in";
import { UndoSkip } from "../../my/today/exercise/[lineId]/_components/undo-skip";
import { OfflineFrame } from "./offline-frame";
import type { Place } from "./place";
import { goTo } from "./use-place";

/** The check-in of one stage: the same questions, by the plan; a sent one waits in the queue, and its answer is shown from there. */
export function OfflineCheckIn({
  place: { stage, isOfYesterday, skipped },
  today,
  plan: { judging, clinic },
  note,
}: {
  place: Extract<Place, { kind: "check-in" }>;
  /** The day as it is now: a form that is open at midnight stays about the day on which it was begun. */
  today: Day;
  plan: OfflinePlan;
  note: ReactNode;
}) {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [undoKey] = useState(() => crypto.randomUUID());
  const [onDay] = useState(() => (isOfYesterday ? addDays(today, -1) : null));
  const [begunOn] = useState(today);
  const context = triageContextOf(judging.episode, onDay ?? begunOn);
  const part = stage === "skip" ? "exercises" : stage === "before" || stage === "full" ? "checkIn" : "afterwards";
  return (
    <OfflineFrame current="today">
      {note}
      {skipped === null ? null : <UndoSkip goOn={goTo} idempotencyKey={undoKey} skipped={skipped} />}
      <SessionPath current={part} />
      <CheckInSteps
        clinic={clinic}
        corrects={null}
        idempotencyKey={idempotencyKey}
        onDay={onDay}
        region={context.region}
        shell={{
          begin: beginSending,
          show: (key) => {
            goTo(`/my/today/check-in/${key}`);
          },
        }}
        stage={stage}
        steps={formSteps(stage, context, judging.content, clinic.crisisPhone !== null)}
      />
    </OfflineFrame>
  );
}
