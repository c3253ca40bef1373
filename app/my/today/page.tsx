import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AppLink } from "@/components/ui/app-link";
import { Icon } from "@/components/ui/icon";
import { requireActor } from "@/lib/access/read-actor";
import { loadToday } from "@/lib/records/today/load-today";
import { orProgram } from "../_components/or-program";
import { PatientFrame } from "../_components/patient-frame";
import { ChangesCard } from "./_components/changes-card";
import { Day } from "./_components/day";
import { NewLimit } from "./_components/new-limit";
import { NewPhaseCard } from "./_components/new-phase-card";
import { WaitingList } from "./_components/waiting-list";
import { JustMarked } from "./exercise/[lineId]/_components/just-marked";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient.today"))("title") };
}

/** The day: how is it now, the day's exercises, how did it go. */
export default async function TodayPage({ searchParams }: { searchParams: Promise<{ after?: string | string[] }> }) {
  const actor = await requireActor("patient");
  const { after } = await searchParams;
  const today = await orProgram(actor, loadToday(actor));
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
        now={new Date()}
        today={today}
      />
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
