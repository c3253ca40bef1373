import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePatientAsking } from "@/lib/access/read-actor";
import { loadToday, todayAsked } from "@/lib/records/today/load-today";
import { orProgram } from "../_components/or-program";
import { PatientFrame } from "../_components/patient-frame";
import { ChangesCard } from "./_components/changes-card";
import { Day } from "./_components/day";
import { DayPart } from "./_components/day-part";
import { NewLimit } from "./_components/new-limit";
import { NewPhaseCard } from "./_components/new-phase-card";
import { WaitingList } from "./_components/waiting-list";
import { JustMarked } from "./exercise/[lineId]/_components/just-marked";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient.today"))("title") };
}

/** The day: how is it now, the day's exercises, how did it go. */
export default async function TodayPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const now = new Date();
  const { actor, rows } = await requirePatientAsking((asker) => todayAsked(asker, now));
  const { after } = await searchParams;
  const today = await orProgram(actor, loadToday(actor, now, rows));
  const t = await getTranslations("patient.today");
  const { clinic } = actor;
  return (
    <PatientFrame current="today" name={actor.displayName}>
      <JustMarked after={after} idempotencyKey={randomUUID()} lines={today.lines} />
      <Day
        clinic={clinic}
        news={
          <>
            {today.newPhase === null ? null : <NewPhaseCard phase={today.newPhase} />}
            {today.changes === null ? null : <ChangesCard changes={today.changes} />}
            {today.newLimit === null ? null : <NewLimit limit={today.newLimit} timeZone={clinic.timeZone} />}
          </>
        }
        now={now}
        today={today}
      />
      {today.lines.length + today.notToday.length === 0 ? null : <DayPart is="print" words={t("print")} />}
      <WaitingList today={today.day} waiting={today.waiting} />
    </PatientFrame>
  );
}
