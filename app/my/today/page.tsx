import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SessionPath } from "@/components/shell/patient-shell";
import { AppLink } from "@/components/ui/app-link";
import { Icon } from "@/components/ui/icon";
import { requireActor } from "@/lib/access/read-actor";
import { loadToday } from "@/lib/records/today/load-today";
import { CallLinks } from "../_components/call-links";
import { HoldNotice } from "../_components/hold-notice";
import { orProgram } from "../_components/or-program";
import { PatientFrame } from "../_components/patient-frame";
import { ChangesCard } from "./_components/changes-card";
import { CheckInCard } from "./_components/check-in-card";
import { ExerciseList } from "./_components/exercise-list";
import { NewLimit } from "./_components/new-limit";
import { NewPhaseCard } from "./_components/new-phase-card";
import { NotTodayList } from "./_components/not-today-list";
import { Since } from "./_components/since";
import { partOfSession } from "./_components/part-of-session";
import { WaitingList } from "./_components/waiting-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient.today"))("title") };
}

/** The day: how is it now, the day's exercises, how did it go. */
export default async function TodayPage() {
  const actor = await requireActor("patient");
  const today = await orProgram(actor, loadToday(actor));
  const t = await getTranslations("patient.today");
  const part = partOfSession(today);
  const { clinic } = actor;
  return (
    <PatientFrame current="today" name={actor.displayName}>
      <SessionPath current={part} />
      <div>
        <h1 className="text-26 font-bold tracking-tight">{t("title")}</h1>
        <p className="text-16 text-ink-2">
          <Since course={today} />
        </p>
      </div>
      {today.hold === null ? null : (
        <>
          <HoldNotice
            emergencyNumber={clinic.emergencyNumber}
            hold={today.hold}
            now={new Date()}
            timeZone={clinic.timeZone}
          />
          <CallLinks emergencyNumber={clinic.emergencyNumber} phone={clinic.phone} />
        </>
      )}
      {today.newPhase === null ? null : <NewPhaseCard phase={today.newPhase} />}
      {today.changes === null ? null : <ChangesCard changes={today.changes} />}
      {today.newLimit === null ? null : <NewLimit limit={today.newLimit} timeZone={clinic.timeZone} />}
      <CheckInCard part={part} today={today} />
      <ExerciseList isPrimary={part === "exercises" && today.hold === null} today={today} />
      <NotTodayList lines={today.notToday} />
      {today.lines.length + today.notToday.length === 0 ? null : (
        <AppLink className="link inline-flex min-h-11 items-center gap-2 self-start text-16" href="/my/today/print">
          <Icon name="print" size={18} />
          {t("print")}
        </AppLink>
      )}
      <WaitingList today={today.day} waiting={today.waiting} />
    </PatientFrame>
  );
}
