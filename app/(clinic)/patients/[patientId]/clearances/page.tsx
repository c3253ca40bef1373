import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Shape } from "@/components/clinical/shape";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { may } from "@/lib/access/permissions";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { NotFound } from "@/lib/errors";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadPatientClearances } from "@/lib/records/clearances/load-patient-clearances";
import { ClearanceCard } from "./_components/clearance-card";
import { QuestionsCard } from "./_components/questions-card";
import { RequestForm } from "./_components/request-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clearances.tab");
  return { title: t("title") };
}

export default async function PatientClearancesPage({ params }: PageProps<"/patients/[patientId]/clearances">) {
  const actor = await requireActor("therapist", "surgeon");
  const patientId = z.uuid().safeParse((await params).patientId).data;
  const load =
    patientId === undefined ? Promise.reject(new NotFound("patient")) : loadPatientClearances(actor, patientId);
  const { clearances, askable, questions, patientLocale, isOpen } = await orNotFound(actor, load);
  const t = await getTranslations("clearances.tab");
  const canAsk = may(actor.role, "clearance.request") && askable.length > 0;
  return (
    <div className={`grid gap-4 px-6 py-4 max-md:px-4 ${canAsk ? "xl:grid-cols-[minmax(0,1fr)_372px]" : ""}`}>
      <section aria-labelledby="clearances-title" className="min-w-0">
        <h2 className="sr-only" id="clearances-title">
          {t("title")}
        </h2>
        {isOpen && may(actor.role, "clearance.decide") ? (
          <p className="flex justify-end pb-3">
            <LinkButton href={`/patients/${patientId ?? ""}/clearances/usual`}>{t("usual")}</LinkButton>
          </p>
        ) : null}
        <ClientMessages namespaces={["clearances"]}>
          <QuestionsCard
            askable={askable}
            canAnswer={isOpen && may(actor.role, "question.answer")}
            patientLocale={patientLocale}
            questions={questions}
            timeZone={actor.clinic.timeZone}
          />
        </ClientMessages>
        {clearances.length === 0 ? (
          <Card>
            <EmptyState level={3} picture={<Shape name="requested" size={32} tone="mute" />} title={t("none.title")}>
              {t("none.body")}
            </EmptyState>
          </Card>
        ) : (
          <ClientMessages namespaces={["clearances"]}>
            <ul className="grid gap-3">
              {clearances.map((clearance) => (
                <li key={clearance.clearanceId}>
                  <ClearanceCard clearance={clearance} patientId={patientId ?? ""} timeZone={actor.clinic.timeZone} />
                </li>
              ))}
            </ul>
          </ClientMessages>
        )}
      </section>
      {canAsk && patientId !== undefined ? (
        <Card className="self-start max-xl:order-first" note={t("requestNote")} title={t("requestTitle")}>
          <ClientMessages namespaces={["clearances"]}>
            <RequestForm askable={askable} patientId={patientId} />
          </ClientMessages>
        </Card>
      ) : null}
    </div>
  );
}
