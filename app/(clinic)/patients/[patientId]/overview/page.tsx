import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { type PainChartData, PainChart } from "@/components/charts/pain-chart";
import { LiveNews } from "@/components/shell/live-news";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { daysBetween } from "@/lib/clinical/days";
import { ClientMessages } from "@/lib/i18n/client-messages";
import type { Locale } from "@/lib/i18n/locale";
import { newsNow } from "@/lib/records/news/await-news";
import { loadOverview, type Overview } from "@/lib/records/patients/load-overview";
import { timelineGroups } from "@/lib/records/timeline/event";
import { AlertsCard } from "./_components/alerts-card";
import { HappenedCard } from "./_components/happened-card";
import { LatestCheckIns } from "./_components/latest-check-ins";
import { PhasesCard } from "./_components/phases-card";
import { causeInWords } from "../_components/banner-words";
import { HoldsCard, type OpenHold } from "../_components/holds-card";
import { LiftForm } from "../phase/_components/lift-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patientRecord.tabs"))("overview") };
}

/** Which of what happened is listed, and from where on. */
const query = z.object({
  happened: z.enum(timelineGroups).nullable().catch(null),
  older: z.string().max(400).nullable().catch(null),
});

/** What has happened since the procedure, and what is open now. */
export default async function OverviewPage({
  params,
  searchParams,
}: {
  params: Promise<{ patientId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId } = await params;
  const { happened: group, older: after } = query.parse(await searchParams);
  // Before the page: what comes while it is made is new to it.
  const known = newsNow(actor);
  const overview = await orNotFound(actor, loadOverview(actor, patientId, new Date(), { group, after }));
  const t = await getTranslations("patientRecord");
  const chart = chartOf(overview, await getLocale(), (cause) => causeInWords(cause, t));
  const { timeZone } = actor.clinic;
  const lift = await getTranslations("ladder.lift");
  return (
    <ClientMessages namespaces={["patientRecord", "ladder"]}>
      <LiveNews known={known} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 p-6 max-md:p-3 xl:grid-cols-[minmax(0,1fr)_23rem] xl:grid-rows-[auto_1fr]">
        <AlertsCard overview={overview} timeZone={timeZone} />
        <div className="grid min-w-0 gap-4 xl:col-start-2 xl:row-span-2 xl:row-start-1">
          <HoldsCard
            holds={openHolds(overview)}
            isSurgeon={actor.role === "surgeon"}
            lift={({ id }) =>
              overview.isLongStop ? (
                <LinkButton href={`/patients/${patientId}/phase`}>{lift("choose")}</LinkButton>
              ) : (
                <LiftForm holdId={id} patientName={overview.name} resume={null} />
              )
            }
          />
          <PhasesCard overview={overview} patientId={patientId} />
        </div>
        <div className="grid min-w-0 gap-4 xl:col-start-1">
          <Card
            note={t(overview.isPathway ? "overview.sincePathway" : "overview.sinceProcedure")}
            title={t("overview.timeline")}
          >
            <PainChart data={chart} />
          </Card>
          <HappenedCard
            massUnit={actor.clinic.massUnit}
            patientId={patientId}
            timeline={overview.timeline}
            timeZone={timeZone}
          />
          <LatestCheckIns overview={overview} patientId={patientId} timeZone={timeZone} />
        </div>
      </div>
    </ClientMessages>
  );
}

function openHolds({ holds }: Overview): OpenHold[] {
  return holds
    .filter(({ until }) => until === null)
    .map(({ from, placedBy, ...hold }) => ({ ...hold, on: from, by: placedBy }));
}

/** The chart runs from the procedure, or the pathway's start, to two weeks ahead of today. */
function chartOf(overview: Overview, locale: Locale, causeOf: (cause: string) => string): PainChartData {
  const names = new Map(overview.phases.map(({ n, name }) => [n, name[locale]]));
  return {
    startOn: overview.anchorOn,
    today: Math.max(overview.day, 0),
    lastDay: Math.max(overview.day, 0) + 14,
    days: overview.pain,
    phases: overview.stretches.map(({ n, fromDay, toDay }) => ({
      n,
      name: names.get(n) ?? "",
      fromDay,
      toDay: toDay === null ? null : toDay + 1,
    })),
    clearances: overview.clearances.map(({ id, name, state, from, until }) => ({
      ...{ id, state, name: `${name[locale].charAt(0).toLocaleUpperCase()}${name[locale].slice(1)}` },
      fromDay: daysBetween(overview.anchorOn, from),
      toDay: until === null ? null : daysBetween(overview.anchorOn, until) + 1,
    })),
    holds: overview.holds.map(({ fromDay, toDay, ruleName, cause }) => ({
      fromDay,
      toDay,
      words: ruleName?.[locale] ?? causeOf(cause),
    })),
  };
}
