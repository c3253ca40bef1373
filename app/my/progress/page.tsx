import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { requireActor } from "@/lib/access/read-actor";
import { loadProgress } from "@/lib/records/today/load-progress";
import { orProgram } from "../_components/or-program";
import { PatientFrame } from "../_components/patient-frame";
import { Since } from "../today/_components/since";
import { AppLink } from "@/components/ui/app-link";
import { AnswerHistory } from "./_components/answer-history";
import { CalendarCard } from "./_components/calendar-card";
import { MeasuresCard } from "./_components/measures-card";
import { OwnPainChart } from "./_components/own-pain-chart";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient.progress"))("title") };
}

/** Pain over the weeks with its phases, the days, what tests showed, and every answer that was given. */
export default async function ProgressPage() {
  const actor = await requireActor("patient");
  const progress = await orProgram(actor, loadProgress(actor));
  const t = await getTranslations("patient.progress");
  const days = new Set(progress.entries.map(({ onDay }) => onDay)).size;
  return (
    <PatientFrame current="progress" isWide name={actor.displayName}>
      <div>
        <h1 className="text-26 font-bold tracking-tight">{t("title")}</h1>
        <p className="text-16 text-ink-2">
          <Since course={progress} />
        </p>
      </div>
      {progress.entries.length === 0 ? (
        <Card>
          <EmptyState
            action={
              <LinkButton href="/my/today/check-in" variant="primary">
                {t("checkIn")}
              </LinkButton>
            }
            title={t("empty")}
          >
            {t("emptyBody")}
          </EmptyState>
        </Card>
      ) : (
        <>
          <p>{t("shown", { count: days })}</p>
          <Card title={t("pain")}>
            <OwnPainChart progress={progress} />
          </Card>
        </>
      )}
      <CalendarCard calendar={progress.calendar} today={progress.today} />
      <MeasuresCard measures={progress.measures} today={progress.today} />
      {progress.entries.length === 0 ? null : (
        <AnswerHistory entries={progress.entries} timeZone={actor.clinic.timeZone} />
      )}
      <MoreAboutMe />
    </PatientFrame>
  );
}

/** The ways to what else is written about the patient. */
function MoreAboutMe() {
  const t = useTranslations("myRecord.progress");
  return (
    <Card title={t("moreAbout")}>
      <ul>
        {(
          [
            ["/my/program/changes", "toChanges"],
            ["/my/record", "toRecord"],
          ] as const
        ).map(([href, words]) => (
          <li key={href}>
            <AppLink className="link inline-flex min-h-11 items-center" href={href}>
              {t(words)}
            </AppLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
