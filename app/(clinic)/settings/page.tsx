import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { TabLinks } from "@/components/ui/tab-links";
import { may } from "@/lib/access/permissions";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadSettingsPage } from "@/lib/records/settings/load-settings-page";
import { settingsQuerySchema } from "@/lib/schemas/settings";
import { CrisisLineCard } from "./_components/crisis-line-card";
import { FoundNumbers } from "./_components/found-numbers";
import { NumberSearch } from "./_components/number-search";
import { ProtocolLinks } from "./_components/protocol-links";
import { VersionList } from "./_components/version-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

/** The clinic's numbers, part by part: what ships, what the clinic has set instead, and how it came to be. */
export default async function SettingsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor("therapist", "surgeon", "administrator");
  const query = settingsQuerySchema.parse(await searchParams);
  const page = await orNotFound(actor, loadSettingsPage(actor, query));
  const t = await getTranslations("settings");
  const mayChange = may(actor.role, "settings.change");
  return (
    <ClientMessages namespaces={["settings", "status"]}>
      <PageHeader
        actions={<LinkButton href="/settings/review">{t("review.link")}</LinkButton>}
        note={t("version", { number: page.version })}
        title={t("title")}
      />
      <div className="grid gap-3 px-6 pb-3 max-md:px-4">
        <p className="max-w-prose text-ink-2">{t("lead")}</p>
        {mayChange ? null : <p className="font-medium">{t("readOnly")}</p>}
        <NumberSearch q={query.q} />
      </div>
      <TabLinks
        label={t("parts.label")}
        tabs={page.parts
          .filter(({ all }) => all > 0)
          .map(({ part, all }) => ({
            href: `/settings?part=${part}`,
            label: t(`parts.${part}`),
            isCurrent: query.q === "" && part === query.part,
            count: all,
          }))}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 p-6 max-md:px-3">
        {page.protocol === null ? null : (
          <ProtocolLinks chosen={page.protocol} part={query.part} protocols={page.protocols} />
        )}
        <FoundNumbers mayChange={mayChange} page={page} query={query} />
        <Card title={t("crisis.title")}>
          <CrisisLineCard mayChange={mayChange} phone={page.crisisPhone} version={page.version} />
        </Card>
        <Card isFlush title={t("history.title")}>
          <VersionList protocols={page.protocols} timeZone={actor.clinic.timeZone} versions={page.versions} />
        </Card>
      </div>
    </ClientMessages>
  );
}
