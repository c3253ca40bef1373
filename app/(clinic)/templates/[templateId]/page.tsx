import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Disclosure, Stamp } from "@/components/ui/small-parts";
import { may } from "@/lib/access/permissions";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadTemplatePage } from "@/lib/records/templates/load-template-page";
import { DraftCard } from "./_components/draft-card";
import { EditButton } from "./_components/edit-button";
import { PatientsCard } from "./_components/patients-card";
import { PhaseCard } from "./_components/phase-card";
import { RetireForm } from "./_components/retire-form";
import { VersionList } from "./_components/version-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates"))("one") };
}

/** One template: who runs by which version, what its newest version says, its history, and what can be done with it. */
export default async function TemplatePage({ params }: PageProps<"/templates/[templateId]">) {
  const actor = await requireActor("therapist", "surgeon", "administrator");
  const { templateId } = await params;
  const template = await orNotFound(actor, loadTemplatePage(actor, templateId));
  const { draft, versions, retired, isOwn, begunFrom, facts } = template;
  const [t, locale, format] = [await getTranslations("templates"), await getLocale(), await getFormatter()];
  const [newest] = versions;
  const mayWrite = may(actor.role, "template.write");
  const isLive = isOwn && retired === null;
  const others =
    (newest === undefined ? 0 : versions.reduce((sum, { programs }) => sum + programs, 0)) - template.mine.length;
  return (
    <ClientMessages namespaces={["templates", "status"]}>
      <PageHeader
        actions={
          <>
            {versions.length + (draft ? 1 : 0) > 1 || isOwn ? (
              <LinkButton href={`/templates/${templateId}/compare`}>{t("page.compare")}</LinkButton>
            ) : null}
            {mayWrite && newest ? (
              <LinkButton href={`/templates/new?template=${templateId}`}>{t("page.copy")}</LinkButton>
            ) : null}
            {mayWrite && isLive && !draft ? <EditButton templateId={templateId} /> : null}
          </>
        }
        note={
          <span className="flex flex-wrap items-center gap-2">
            <Stamp>{t(isOwn ? "page.own" : "page.shipped")}</Stamp>
            {newest ? t("page.version", { number: newest.number }) : t("list.unpublished")}
            {begunFrom === null ? null : (
              <AppLink className="link" href={`/templates/${begunFrom.templateId}`}>
                {t("page.begunFrom", { title: begunFrom.title[locale], number: begunFrom.number })}
              </AppLink>
            )}
          </span>
        }
        title={(newest ? facts.title : (draft?.title ?? facts.title))[locale]}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-6 pb-6 max-md:px-3">
        {retired === null ? null : (
          <Notice
            title={t("page.retired", { name: retired.by, on: format.dateTime(new Date(retired.at), "dayYear") })}
            tone="warn"
          >
            {retired.reason}
          </Notice>
        )}
        {draft ? <DraftCard draft={draft} mayWrite={mayWrite} templateId={templateId} /> : null}
        {newest ? (
          <PatientsCard
            isClinician={actor.role !== "administrator"}
            mayPropose={may(actor.role, "program.write")}
            mine={template.mine}
            newest={newest.number}
            others={others}
            templateId={templateId}
          />
        ) : null}
        <Card isFlush title={t("page.phases")}>
          {facts.phases.map((phase) => (
            <PhaseCard
              key={phase.n}
              lines={template.lines.filter((line) => line.phase === phase.n)}
              names={template.names}
              phase={phase}
            />
          ))}
        </Card>
        {newest ? (
          <Card isFlush title={t("page.history")}>
            <VersionList templateId={templateId} timeZone={actor.clinic.timeZone} versions={versions} />
          </Card>
        ) : null}
        {isLive && newest && may(actor.role, "template.publish") ? (
          <Card>
            <Disclosure summary={t("retire.title")}>
              <RetireForm templateId={templateId} />
            </Disclosure>
          </Card>
        ) : null}
      </div>
    </ClientMessages>
  );
}
