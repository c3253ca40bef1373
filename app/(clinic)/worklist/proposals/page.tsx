import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Shape } from "@/components/clinical/shape";
import { PageHeader } from "@/components/shell/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyFoot } from "@/components/ui/key-hint";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { demoPassword } from "@/lib/access/demo-password";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadProposals } from "@/lib/records/proposals/load-proposals";
import { DefaultsBanner } from "../../_components/defaults-banner";
import { ProposalBody } from "./_components/proposal-body";
import { ProposalHead } from "./_components/proposal-head";
import { ProposalsForm } from "./_components/proposals-form";
import { ProposalsKeys } from "./_components/proposals-keys";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("proposals"))("title") };
}

/** What the product drafted for the reader's patients: read one by one, signed or dismissed together. */
export default async function ProposalsPage({ searchParams }: PageProps<"/worklist/proposals">) {
  const actor = await requireActor("therapist");
  const { after } = await searchParams;
  const page = await orNotFound(actor, loadProposals(actor, typeof after === "string" ? after : null));
  const t = await getTranslations("proposals");
  const locale = await getLocale();
  const { massUnit, isDemo } = actor.clinic;
  return (
    <>
      <PageHeader
        actions={<LinkButton href="/worklist">{t("back")}</LinkButton>}
        note={t("note", { count: page.total })}
        title={t("title")}
      />
      <div className="flex-1 border-t border-line px-6 pt-4 max-md:px-4">
        <div className="not-empty:pb-3">
          <DefaultsBanner areReviewed={page.areDefaultsReviewed} />
        </div>
        <ClientMessages namespaces={["proposals", "status"]}>
          <ProposalsForm
            items={page.items.map((item) => ({
              programId: item.programId,
              version: item.version,
              follows: item.follows,
              name: item.patientName,
              isSignable: item.isSignable && page.areDefaultsReviewed,
              head: <ProposalHead item={item} massUnit={massUnit} />,
              body: <ProposalBody item={item} locale={locale} />,
            }))}
            key={after?.toString()}
            signer={{ name: actor.printedName, demoPassword: isDemo ? demoPassword : null }}
          >
            <EmptyState
              picture={<Shape name="granted" size={32} tone="mute" />}
              title={page.total === 0 ? t("empty.title") : t("empty.rest", { count: page.total })}
            >
              {page.total === 0 ? t("empty.body") : null}
            </EmptyState>
          </ProposalsForm>
          <ProposalsKeys />
        </ClientMessages>
        <div className="flex flex-wrap gap-2 not-empty:py-3">
          {after === undefined || page.total === 0 ? null : (
            <LinkButton href="/worklist/proposals">{t("firstPage")}</LinkButton>
          )}
          {page.next === null ? null : (
            <Pagination
              next={`/worklist/proposals?${new URLSearchParams({ after: page.next }).toString()}`}
              previous={null}
            />
          )}
        </div>
      </div>
      <KeyFoot
        keys={[
          { keys: ["J", "K"], does: t("keys.move") },
          { keys: ["Enter"], does: t("keys.open") },
          { keys: ["X"], does: t("keys.read") },
          { keys: ["?"], does: t("keys.map") },
        ]}
      />
    </>
  );
}
