import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "@/components/shell/page-header";
import { SegmentLinks } from "@/components/ui/tab-links";
import { demoPassword } from "@/lib/access/demo-password";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { inboxViews, loadInbox } from "@/lib/records/clearances/load-inbox";
import { sourceTitles } from "@/lib/records/library/names";
import { ClearancePanel } from "./_components/clearance-panel";
import { InboxList } from "./_components/inbox-list";
import { useAge } from "./_components/use-age";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clearances");
  return { title: t("title") };
}

const query = z.object({
  view: z.enum(inboxViews).catch("waiting"),
  after: z.string().max(200).nullable().catch(null),
  clearance: z.uuid().nullable().catch(null),
});

export default async function ClearancesPage({ searchParams }: PageProps<"/clearances">) {
  const actor = await requireActor("therapist", "surgeon");
  const { view, after, clearance: clearanceId } = query.parse(await searchParams);
  const now = new Date();
  const inbox = await orNotFound(actor, loadInbox(actor, { view, after, clearanceId }, now));
  const t = await getTranslations("clearances");
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
      <div className="grid min-h-0 flex-1 border-t border-line lg:grid-cols-[336px_minmax(0,1fr)] lg:grid-rows-[minmax(0,1fr)]">
        <div className={`min-h-0 bg-surface lg:overflow-y-auto lg:border-e ${isChosen ? "max-lg:hidden" : ""}`}>
          <InboxList inbox={inbox} now={now} selectedId={inbox.selected?.clearanceId ?? null} />
        </div>
        {inbox.selected ? (
          <div className={`min-h-0 min-w-0 ${isChosen ? "" : "max-lg:hidden"}`}>
            <ClearancePanel
              demoPassword={actor.clinic.isDemo ? demoPassword : null}
              detail={inbox.selected}
              key={`${inbox.selected.clearanceId}-${inbox.selected.version}`}
              signer={actor.printedName}
              sources={sourceTitles}
              timeZone={actor.clinic.timeZone}
            />
          </div>
        ) : null}
      </div>
    </div>
  );
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
