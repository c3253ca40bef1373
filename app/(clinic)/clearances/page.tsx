import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "@/components/shell/page-header";
import { Notice } from "@/components/ui/notice";
import { SegmentLinks } from "@/components/ui/tab-links";
import { demoPassword } from "@/lib/access/demo-password";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { inboxViews, loadInbox, type Inbox } from "@/lib/records/clearances/load-inbox";
import { sourceTitles } from "@/lib/records/library/names";
import { idsInAddress } from "./_components/addresses";
import { ClearancePanel } from "./_components/clearance-panel";
import type { InboxAddress } from "./_components/decision-values";
import { InboxKeys } from "./_components/inbox-keys";
import { InboxList } from "./_components/inbox-list";
import { SignedNotice } from "./_components/signed-notice";
import { useAge } from "./_components/use-age";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clearances");
  return { title: t("title") };
}

const query = z.object({
  view: z.enum(inboxViews).catch("waiting"),
  after: z.string().max(200).nullable().catch(null),
  clearance: z.uuid().nullable().catch(null),
  signed: idsInAddress,
  undone: z.coerce.number().int().min(1).max(99).nullable().catch(null),
});

export default async function ClearancesPage({ searchParams }: PageProps<"/clearances">) {
  const actor = await requireActor("therapist", "surgeon");
  const { view, after, clearance: clearanceId, signed, undone } = query.parse(await searchParams);
  const now = new Date();
  const inbox = await orNotFound(actor, loadInbox(actor, { view, after, clearanceId, signed }, now));
  const t = await getTranslations("clearances");
  const { timeZone, massUnit, isDemo } = actor.clinic;
  // On a phone the list and one clearance are two screens: the address says which.
  const isChosen = clearanceId !== null;
  return (
    <div className="flex min-h-0 flex-1 flex-col lg:h-dvh lg:min-h-160 lg:flex-none">
      <PageHeader
        actions={
          <SegmentLinks
            label={t("views.label")}
            segments={inboxViews.map((one) => ({
              href: one === "waiting" ? "/clearances" : `/clearances?view=${one}`,
              label: t(`views.${one}`),
              isCurrent: one === view,
            }))}
          />
        }
        note={view === "waiting" ? <Waiting now={now} oldestAt={inbox.oldestAt} total={inbox.total} /> : undefined}
        title={t("title")}
      />
      <ClientMessages namespaces={["clearances", "status"]}>
        {inbox.signed === null ? null : <SignedNotice signed={inbox.signed} />}
        {undone === null ? null : (
          <div className="px-6 pb-2.5 max-md:px-4">
            <Notice isLive title={t("undo.done", { count: undone })} />
          </div>
        )}
        <div className="grid min-h-0 flex-1 border-t border-line lg:grid-cols-[336px_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)]">
          <div
            className={`flex min-h-0 flex-col bg-surface lg:overflow-y-auto lg:border-e ${isChosen ? "max-lg:hidden" : ""}`}
          >
            <InboxList inbox={inbox} now={now} selectedId={inbox.selected?.clearanceId ?? null} />
          </div>
          {inbox.selected ? (
            <div className={`min-h-0 min-w-0 ${isChosen ? "" : "max-lg:hidden"}`}>
              <ClearancePanel
                detail={inbox.selected}
                isEnding={inbox.view === "expiring"}
                key={`${inbox.selected.clearanceId}-${inbox.selected.version}`}
                massUnit={massUnit}
                next={nextOf(inbox, inbox.selected.clearanceId)}
                signer={{ name: actor.printedName, demoPassword: isDemo ? demoPassword : null }}
                sources={sourceTitles}
                timeZone={timeZone}
              />
            </div>
          ) : null}
        </div>
        <InboxKeys />
      </ClientMessages>
    </div>
  );
}

/** Where the inbox goes on after a signature: the request after the one that is decided, else the one before; ends so that more can be added. */
function nextOf({ view, items, underReview }: Inbox, decidedId: string): InboxAddress {
  if (view !== "waiting") return `/clearances?view=${view}&clearance=${decidedId}&`;
  const all = [...items, ...underReview].map(({ clearanceId }) => clearanceId);
  const at = all.indexOf(decidedId);
  const next = all[at + 1] ?? all[at - 1];
  return next === undefined ? "/clearances?" : `/clearances?clearance=${next}&`;
}

function Waiting({ total, oldestAt, now }: { total: number; oldestAt: string | null; now: Date }) {
  const { t, age } = useAge(now);
  return (
    <>
      {t("wait", { count: total })}
      {oldestAt === null ? null : ` · ${t("oldest", { age: age(oldestAt) })}`}
    </>
  );
}
