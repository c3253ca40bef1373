import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { loadSources, tiers } from "@/lib/records/library/load-sources";
import { SourceTable } from "./_components/source-table";
import { UnverifiedTable } from "./_components/unverified-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("title") };
}

/** Every source with its tier and how much rests on it; first what rests on none. */
export default async function SourcesPage() {
  const actor = await requireActor("therapist", "surgeon", "administrator");
  const { sources, unverified } = await orNotFound(actor, loadSources(actor));
  const t = await getTranslations("sources");
  return (
    <>
      <PageHeader note={t("count", { count: sources.length })} title={t("title")} />
      <div className="grid gap-4 px-6 pb-6 max-md:px-3">
        <p className="max-w-prose text-ink-2">{t("lead")}</p>
        <Card isFlush title={t("unverified.title")}>
          <p className="max-w-prose px-4 pb-2 text-ink-2">{t("unverified.lead")}</p>
          <UnverifiedTable counts={unverified} />
        </Card>
        {tiers.map((tier) => {
          const inTier = sources.filter((source) => source.tier === tier);
          return inTier.length === 0 ? null : (
            <Card isFlush key={tier} note={t("count", { count: inTier.length })} title={t(`tiers.${tier}.name`)}>
              <p className="max-w-prose px-4 pb-2 text-ink-2">{t(`tiers.${tier}.meaning`)}</p>
              <SourceTable caption={t(`tiers.${tier}.name`)} sources={inTier} />
            </Card>
          );
        })}
      </div>
    </>
  );
}
