import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { demoPassword } from "@/lib/access/demo-password";
import { may } from "@/lib/access/permissions";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadPublishPage } from "@/lib/records/templates/load-publish-page";
import { PublishForm } from "./_components/publish-form";
import { PublishStops } from "./_components/publish-stops";
import { LessStrictPoints } from "../../_components/less-strict-points";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates.publish"))("title") };
}

/** What would be published, what keeps it from that, in what it is less strict, and the signature. */
export default async function PublishTemplatePage({ params }: PageProps<"/templates/[templateId]/publish">) {
  const actor = await requireActor("therapist", "surgeon", "administrator");
  const { templateId } = await params;
  const page = await orNotFound(actor, loadPublishPage(actor, templateId));
  const { draft, lessStrict, number, programs } = page;
  const [t, locale] = [await getTranslations("templates.publish"), await getLocale()];
  const from = draft.basedOn.isOwn ? draft.basedOn.number : "shipped";
  return (
    <ClientMessages namespaces={["templates", "templateEditor", "status"]}>
      <PageHeader
        actions={
          <>
            <LinkButton href={`/templates/${templateId}/compare?from=${from}&to=draft`}>{t("compare")}</LinkButton>
            {may(actor.role, "template.write") ? (
              <LinkButton href={`/templates/${templateId}/edit`}>{t("back")}</LinkButton>
            ) : null}
          </>
        }
        note={
          <AppLink className="link" href={`/templates/${templateId}`}>
            {draft.facts.title[locale]}
          </AppLink>
        }
        title={t("heading", { number })}
      />
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4 px-6 pb-6 max-md:px-3">
        <PublishStops page={page} templateId={templateId} />
        {lessStrict.length === 0 ? null : (
          <Card note={t("lessStrictNote")} title={t("lessStrict")}>
            <LessStrictPoints points={lessStrict} />
          </Card>
        )}
        {programs > 0 ? <Notice title={t("programs", { count: programs })}>{t("programsWhat")}</Notice> : null}
        <Card title={t("sign")}>
          <PublishForm
            demoPassword={actor.clinic.isDemo ? demoPassword : null}
            isLessStrict={lessStrict.length > 0}
            name={actor.printedName}
            number={number}
            templateId={templateId}
            versions={{ version: draft.version, phasesVersion: draft.phasesVersion }}
          />
        </Card>
      </div>
    </ClientMessages>
  );
}
