import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Shape } from "@/components/clinical/shape";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { sourceTitles } from "@/lib/records/library/names";
import { loadReadiness, type ReadinessPage } from "@/lib/records/readiness/load-readiness";
import { AdvanceCard } from "./_components/advance-card";
import { CriteriaTable } from "./_components/criteria-table";
import { LadderCard } from "./_components/ladder-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("readiness"))("title") };
}

/** May the next phase begin: every criterion with what is there, what can be recorded, and the therapist's decision. */
export default async function PhasePage({ params }: { params: Promise<{ patientId: string }> }) {
  const actor = await requireActor("therapist", "surgeon");
  const { patientId } = await params;
  const page = await orNotFound(actor, loadReadiness(actor, patientId));
  if (page.program === null) return <NoProgram patientId={patientId} />;
  const { program } = page;
  const ids = new Set(program.criteria.flatMap(({ source }) => source));
  const sources = Object.fromEntries(Object.entries(sourceTitles).filter(([id]) => ids.has(id)));
  return (
    <ClientMessages namespaces={["readiness", "status"]}>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 p-6 max-md:p-3 xl:grid-cols-[minmax(0,1fr)_23rem] xl:grid-rows-[auto_1fr]">
        <div className="min-w-0 xl:col-start-2 xl:row-start-1">
          <LadderCard program={program} />
        </div>
        <div className="min-w-0 xl:col-start-1 xl:row-span-2 xl:row-start-1">
          <NextPhase program={program}>
            {program.next === null ? null : (
              <CriteriaTable page={page} patientId={patientId} phase={program.next.n} program={program} />
            )}
          </NextPhase>
        </div>
        <div className="min-w-0 xl:col-start-2 xl:row-start-2">
          <AdvanceCard page={page} program={program} sources={sources} />
        </div>
      </div>
    </ClientMessages>
  );
}

async function NextPhase({
  program,
  children,
}: {
  program: NonNullable<ReadinessPage["program"]>;
  children: ReactNode;
}) {
  const t = await getTranslations("readiness");
  const locale = await getLocale();
  const { next, criteria, ready } = program;
  if (next === null) {
    return (
      <Card title={t("title")}>
        <EmptyState level={3} picture={<Shape name="now" size={32} />} title={t("last.title")}>
          {t("last.body")}
        </EmptyState>
      </Card>
    );
  }
  const count = (state: string) => criteria.filter((criterion) => criterion.state === state).length;
  return (
    <Card title={t("next", { phase: next.n, name: next.name[locale] })}>
      <p className="flex items-start gap-2">
        <Shape className="mt-0.5 flex-none" name={ready ? "ready" : "not-yet"} />
        <span>
          <strong className="font-semibold">{t(ready ? "isReady" : "notReady")}</strong>{" "}
          {t("counts", { met: count("met"), all: criteria.length, unknown: count("unknown") })}
        </span>
      </p>
      <p className="mt-1 mb-2 text-ink-2">{t("goals", { list: next.goals.map((goal) => goal[locale]).join("; ") })}</p>
      {children}
    </Card>
  );
}

async function NoProgram({ patientId }: { patientId: string }) {
  const t = await getTranslations("readiness");
  return (
    <div className="p-6 max-md:p-3">
      <Card>
        <EmptyState
          action={<LinkButton href={`/patients/${patientId}/program`}>{t("none.action")}</LinkButton>}
          level={2}
          picture={<Shape name="not-yet" size={32} />}
          title={t("none.title")}
        >
          {t("none.body")}
        </EmptyState>
      </Card>
    </div>
  );
}
