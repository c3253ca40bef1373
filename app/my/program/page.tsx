import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getFormatter, getTranslations } from "next-intl/server";
import { PhaseLadder } from "@/components/clinical/phase-ladder";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { loadOwnProgram, type OwnProgram } from "@/lib/records/today/load-own-program";
import { HoldNotice } from "../_components/hold-notice";
import { PatientFrame } from "../_components/patient-frame";
import { useText } from "../_components/words";
import { Since } from "../today/_components/since";
import { CompletedCard } from "./_components/completed-card";
import { EndedCard } from "./_components/ended-card";
import { NextStepCard } from "./_components/next-step-card";
import { PastSummaries } from "./_components/past-summaries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("myProgram"))("title") };
}

/** Where the patient is, what comes next and what it needs, why it stands still; after the end, what was done and whom to call. */
export default async function MyProgramPage() {
  const actor = await requireActor("patient");
  const program = await orNotFound(actor, loadOwnProgram(actor));
  const t = await getTranslations("myProgram");
  const record = await getTranslations("myRecord.changes");
  const format = await getFormatter();
  const { clinic } = actor;
  const { ended, stepBack, hold, next } = program;
  return (
    <PatientFrame current="program" name={actor.displayName}>
      <div>
        <h1 className="text-26 font-bold tracking-tight">{t("title")}</h1>
        {ended === null ? (
          <p className="text-16 text-ink-2">
            <Since course={program} />
          </p>
        ) : null}
      </div>
      {ended === null ? (
        <>
          {hold === null ? null : (
            <HoldNotice
              emergencyNumber={clinic.emergencyNumber}
              hold={hold}
              now={new Date()}
              timeZone={clinic.timeZone}
            />
          )}
          {stepBack === null ? null : (
            <Card title={t("back.title", { date: format.dateTime(new Date(stepBack.on), "dayMonthWords") })}>
              <p>{t("back.body", { name: stepBack.by })}</p>
              <p className="mt-1">{t("back.way")}</p>
            </Card>
          )}
          {program.state === "completed" || program.state === "completed-early" ? (
            <CompletedCard clinic={clinic} program={program} />
          ) : null}
          <Steps program={program} />
          {next === null ? null : <NextStepCard next={next} program={program} />}
          {next === null && program.state === "running" ? (
            <Card title={t("next.last")}>
              <p>{t("next.lastBody", { name: program.therapist ?? program.surgeon })}</p>
            </Card>
          ) : null}
        </>
      ) : (
        <EndedCard clinic={clinic} ended={ended} program={program} />
      )}
      {program.state === "none" || program.state === "not-begun" ? null : (
        <AppLink className="link inline-flex min-h-11 items-center self-start" href="/my/program/changes">
          {record("title")}
        </AppLink>
      )}
      <PastSummaries past={program.past.filter(({ episodeId }) => episodeId !== ended?.episodeId)} />
    </PatientFrame>
  );
}

/** The phases as steps; what the one of now is for stands under it, unless a stop leaves nothing of it to do. */
function Steps({ program: { state, phases, hold } }: { program: OwnProgram }) {
  const t = useTranslations("myProgram");
  const text = useText();
  const isEasyOpen = hold?.easyActivityAllowed === true;
  if (state === "none" || state === "not-begun") {
    return (
      <Card>
        <EmptyState title={t("notBegun")}>{t("notBegunBody")}</EmptyState>
      </Card>
    );
  }
  return (
    <Card title={t("steps")}>
      <PhaseLadder
        phases={phases.map(({ n, name, goal, state: of }) => ({
          ...{ n, name: text(name), state: of },
          body: goal !== null && (of === "now" || (of === "held" && isEasyOpen)) ? <p>{text(goal)}</p> : undefined,
        }))}
      />
    </Card>
  );
}
