import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import type { Today } from "@/lib/records/today/load-today";
import { ExerciseHeader } from "../../my/today/exercise/[lineId]/_components/exercise-header";
import { ExerciseInstructions } from "../../my/today/exercise/[lineId]/_components/exercise-instructions";
import { NotForToday } from "../../my/today/exercise/[lineId]/_components/not-for-today";
import { OneExercise, placeOf } from "../../my/today/exercise/[lineId]/_components/one-exercise";
import { OfflineFrame } from "./offline-frame";
import { OfflineMessage } from "./offline-message";
import { goTo } from "./use-place";

/** One exercise of the plan; one that a stop has taken away, or that is not in it, is not shown. */
export function OfflineExercise({
  lineId,
  after,
  today: { lines, notToday },
  clinic,
  note,
}: {
  lineId: string;
  /** The exercise that was marked just before. */
  after: string | undefined;
  today: Today;
  clinic: { phone: string; emergencyNumber: string };
  note: ReactNode;
}) {
  const t = useTranslations("patient.offline");
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const ofToday = lines.find(({ id }) => id === lineId);
  const ofAnotherDay = notToday.find(({ id }) => id === lineId);
  if (!ofToday && !ofAnotherDay) {
    return (
      <OfflineFrame current="today">
        {note}
        <OfflineMessage clinic={clinic} title={t("shellGoneTitle")}>
          <p>{t("shellGoneBody")}</p>
        </OfflineMessage>
      </OfflineFrame>
    );
  }
  return (
    <OfflineFrame
      current="today"
      header={<ExerciseHeader phone={clinic.phone} place={ofToday ? placeOf(ofToday, lines) : null} />}
    >
      {note}
      {ofToday && (
        <OneExercise after={after} goOn={goTo} idempotencyKey={idempotencyKey} line={ofToday} lines={lines} />
      )}
      {ofAnotherDay && (
        <>
          <ExerciseInstructions line={ofAnotherDay} />
          <NotForToday nextOn={ofAnotherDay.nextOn} />
        </>
      )}
    </OfflineFrame>
  );
}
