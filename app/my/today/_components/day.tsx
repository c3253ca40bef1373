import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SessionPath } from "@/components/shell/patient-shell";
import type { ClinicContact } from "@/lib/check-in/result";
import type { Today } from "@/lib/records/today/load-today";
import { CallLinks } from "../../_components/call-links";
import { HoldNotice } from "../../_components/hold-notice";
import { CheckInCard } from "./check-in-card";
import { ExerciseList } from "./exercise-list";
import { NotTodayList } from "./not-today-list";
import { partOfSession } from "./part-of-session";
import { Since } from "./since";

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
  const part = partOfSession(today);
  const { timeZone, phone, emergencyNumber } = clinic;
  return (
    <>
      <SessionPath current={part} />
      <div>
        <h1 className="text-26 font-bold tracking-tight">{t("title")}</h1>
        <p className="text-16 text-ink-2">
          <Since course={today} />
        </p>
      </div>
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
