import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ClinicContact } from "@/lib/check-in/result";
import type { Today } from "@/lib/records/today/load-today";
import { CallLinks } from "../../_components/call-links";
import { HoldNotice } from "../../_components/hold-notice";
import { useSince } from "../../_components/words";
import { CheckInCard } from "./check-in-card";
import { DayPart } from "./day-part";
import { ExerciseList } from "./exercise-list";
import { NotTodayList } from "./not-today-list";
import { partOfSession } from "./part-of-session";

/** The day itself, with network and without: a stop comes first, then what to answer next, then the exercises. */
export function Day({
  today,
  clinic,
  now,
  news,
}: {
  today: Today;
  clinic: ClinicContact;
  now: Date;
  /** What is new since the last time, before what there is to do. */
  news?: ReactNode;
}) {
  const t = useTranslations("patient.today");
  const since = useSince();
  const part = partOfSession(today);
  const { timeZone, phone, emergencyNumber } = clinic;
  return (
    <>
      <DayPart is="heading" part={part} since={since(today)} title={t("title")} />
      {today.hold === null ? null : (
        <>
          <HoldNotice emergencyNumber={emergencyNumber} hold={today.hold} now={now} timeZone={timeZone} />
          <CallLinks emergencyNumber={emergencyNumber} phone={phone} />
        </>
      )}
      {news}
      <CheckInCard now={now} part={part} timeZone={timeZone} today={today} />
      <ExerciseList isPrimary={part === "exercises" && today.hold === null} today={today} />
      <NotTodayList lines={today.notToday} />
    </>
  );
}
