import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { UnverifiedMark } from "@/components/clinical/unverified-mark";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { loadSource } from "@/lib/records/library/load-sources";
import { restingKinds } from "@/lib/records/library/what-rests-on";

type Props = PageProps<"/sources/[sourceId]">;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources"))("one") };
}

/** One source: what it is, how strong, where it stands, and everything of the library that rests on it. */
export default async function SourcePage({ params }: Props) {
  const actor = await requireActor("therapist", "surgeon", "administrator");
  const { sourceId } = await params;
  const { id, tier, title, href, things } = await orNotFound(actor, loadSource(actor, sourceId));
  const t = await getTranslations("sources");
  const locale = await getLocale();
  return (
    <>
      <PageHeader note={id} title={title} />
      <div className="grid gap-4 px-6 pb-6 max-md:px-3">
        <AppLink className="link-alone" href="/sources">
          ← {t("back")}
        </AppLink>
        <Card title={t(`tiers.${tier}.name`)}>
          <p className="max-w-prose">{t(`tiers.${tier}.meaning`)}</p>
          {href === null ? (
            <p className="mt-2 text-ink-2">{t("noAddress")}</p>
          ) : (
            <p className="mt-2 break-all">
              <a className="link-alone" href={href} rel="noreferrer noopener" target="_blank">
                {t("open")} <span className="sr-only">({t("newTab")})</span>
              </a>{" "}
              <span className="text-12 text-ink-3">{href}</span>
            </p>
          )}
        </Card>
        {things.length === 0 ? <p className="text-ink-2">{t("nothingRests")}</p> : null}
        {restingKinds.map((kind) => {
          const ofKind = things.filter((thing) => thing.kind === kind);
          return ofKind.length === 0 ? null : (
            <Card key={kind} note={ofKind.length} title={t(`kinds.${kind}`)}>
              <ul className="grid gap-1 sm:grid-cols-2 xl:grid-cols-3">
                {ofKind.map(({ name, isUnverified }) => (
                  <li key={name.en}>
                    {name[locale]} {isUnverified ? <UnverifiedMark /> : null}
                  </li>
                ))}
              </ul>
            </Card>
          );
        })}
      </div>
    </>
  );
}
