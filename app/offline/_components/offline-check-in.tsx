import { useState, type ReactNode } from "react";
import { SessionPath } from "@/components/shell/patient-shell";
import { triageContextOf } from "@/lib/check-in/context";
import { formSteps } from "@/lib/check-in/form-steps";
import type { Stage } from "@/lib/clinical/triage-content";
import type { Day } from "@/lib/dates";
import type { OfflinePlan } from "@/lib/schemas/offline-plan";
import { CheckInSteps } from "../../my/today/check-in/_components/check-in-steps";
import { beginSending } from "../../my/today/check-in/_components/send-check-in";
import { OfflineFrame } from "./offline-frame";
import { goTo } from "./use-place";

/** The check-in of one stage: the same questions, by the plan; a sent one waits in the queue, and its answer is shown from there. */
export function OfflineCheckIn({
  stage,
  onDay,
  today,
  plan: { judging, clinic },
  note,
}: {
  stage: Stage;
  /** The day that it is about, where that is not today. */
  onDay: Day | null;
  /** The day by the phone's clock. */
  today: Day;
  plan: OfflinePlan;
  note: ReactNode;
}) {
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const context = triageContextOf(judging.episode, onDay ?? today);
  const part = stage === "skip" ? "exercises" : stage === "before" || stage === "full" ? "checkIn" : "afterwards";
  return (
    <OfflineFrame current="today">
      {note}
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
