import type { Metadata } from "next";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import { Shape } from "@/components/clinical/shape";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { sourceTitles } from "@/lib/records/library/names";
import type { Locale } from "@/lib/i18n/locale";
import { nextPhaseOf, type Ladder } from "@/lib/records/readiness/ladder";
import { loadReadiness, type ReadinessPage } from "@/lib/records/readiness/load-readiness";
import { HoldsCard } from "../_components/holds-card";
import { AdvanceCard } from "./_components/advance-card";
import { LadderCard } from "./_components/ladder-card";
import { LiftHere } from "./_components/lift-here";
import { type Steps, StepsCard } from "./_components/steps-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("readiness"))("title") };
}

/** The ladder: every phase, what the next one needs and what of it is there, and what a clinician decides about it. */
export default async function PhasePage({ params }: { params: Promise<{ patientId: string }> }) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId } = await params;
  const page = await orNotFound(actor, loadReadiness(actor, patientId));
  const { program, patientName } = page;
  if (program === null) return <NoProgram page={page} patientId={patientId} />;
  const ids = new Set(nextPhaseOf(program)?.criteria.flatMap(({ source }) => source));
  const sources = Object.fromEntries(Object.entries(sourceTitles).filter(([id]) => ids.has(id)));
  return (
    <ClientMessages namespaces={["readiness", "ladder", "patientRecord", "status"]}>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 p-6 max-md:p-3 xl:grid-cols-[minmax(0,1fr)_23rem] xl:grid-rows-[auto_1fr]">
        <div className="min-w-0 empty:hidden xl:col-start-2 xl:row-start-1">
          <HoldsCard
            holds={program.holds}
            isSurgeon={program.may.keepForSurgeon}
            lift={({ id }) => <LiftHere holdId={id} page={page} program={program} />}
          />
        </div>
        <div className="min-w-0 xl:col-start-1 xl:row-span-2 xl:row-start-1">
          <LadderCard massUnit={actor.clinic.massUnit} page={page} patientId={patientId} program={program} />
        </div>
        <div
          className={`grid min-w-0 gap-4 xl:col-start-2 ${program.holds.length === 0 ? "xl:row-start-1" : "xl:row-start-2"}`}
        >
          <AdvanceCard patientName={patientName} program={program} sources={sources} />
          <StepsCard {...stepsOf(page.patientName, program, await getLocale())} />
        </div>
      </div>
    </ClientMessages>
  );
}

/** What else the actor may decide now. */
function stepsOf(patientName: string, program: Ladder, locale: Locale): Steps {
  const { id, version, state, currentPhase, phases, may } = program;
  const hasBegun = currentPhase !== null;
  return {
    ...{ programId: id, version, patientName, mayHold: may.hold && hasBegun, mayKeepForSurgeon: may.keepForSurgeon },
    earlier:
      may.stepBack && hasBegun
        ? phases
            .filter(({ n }) => n < currentPhase)
            .toReversed()
            .map(({ n, name, lines }) => ({ n, name: name[locale], lines }))
        : [],
    complete: may.complete && hasBegun && state === "active" ? { phase: currentPhase, count: phases.length } : null,
  };
}

/** Nothing runs: it has ended, or has not been prescribed. */
function NoProgram({ page: { ended, isEpisodeOver }, patientId }: { page: ReadinessPage; patientId: string }) {
  const t = useTranslations("readiness.none");
  const over = useTranslations("ladder.ended");
  const course = useTranslations("episodeEnd.card");
  const format = useFormatter();
  const locale = useLocale();
  const completed = ended?.completed ?? null;
  const title = ended
    ? over(completed === null ? "stopped" : "completed")
    : isEpisodeOver
      ? over("episode")
      : t("title");
  return (
    <div className="p-6 max-md:p-3">
      <Card>
        <EmptyState
          action={
            <div className="flex flex-wrap justify-center gap-2">
              {ended && !isEpisodeOver ? (
                <LinkButton href={`/patients/${patientId}/episode/end`} variant="primary">
                  {course("end")}
                </LinkButton>
              ) : null}
              <LinkButton href={`/patients/${patientId}/program`}>{t("action")}</LinkButton>
            </div>
          }
          level={2}
          picture={<Shape name={ended ? "done" : "not-yet"} size={32} />}
          title={title}
        >
          {completed === null
            ? null
            : over("on", {
                ...completed,
                date: format.dateTime(new Date(completed.on), "dayYear"),
                name: completed.by,
              })}{" "}
          {ended && ended.currentPhase !== null && ended.phaseName !== null
            ? over("phase", { phase: ended.currentPhase, name: ended.phaseName[locale] })
            : null}
          {ended || isEpisodeOver ? null : t("body")}
        </EmptyState>
      </Card>
    </div>
  );
}
