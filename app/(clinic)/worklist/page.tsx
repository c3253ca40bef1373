import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { flagShapes } from "@/components/clinical/worklist-flags";
import { Shape } from "@/components/clinical/shape";
import { LiveNews } from "@/components/shell/live-news";
import { PageHeader } from "@/components/shell/page-header";
import { Icon } from "@/components/ui/icon";
import { KeyFoot } from "@/components/ui/key-hint";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { TabLinks } from "@/components/ui/tab-links";
import { orNotFound } from "@/lib/action";
import { may } from "@/lib/access/permissions";
import { requireActor } from "@/lib/access/read-actor";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { currentSearch } from "@/lib/preferences/patient-search";
import { newsNow } from "@/lib/records/news/await-news";
import { loadWorklist } from "@/lib/records/worklist/load-worklist";
import { worklistFlags, worklistQuerySchema, type WorklistTab } from "@/lib/schemas/worklist";
import { DefaultsBanner } from "../_components/defaults-banner";
import { ClearSearch } from "./_components/clear-search";
import { NobodyListed } from "./_components/nobody-listed";
import { WorklistKeys } from "./_components/worklist-keys";
import { WorklistTable } from "./_components/worklist-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("worklist"))("title") };
}

/** The clinician's home: their patients, exception first. */
export default async function WorklistPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requireActor("therapist", "surgeon");
  const query = { ...worklistQuerySchema.parse(await searchParams), q: await currentSearch(actor) };
  const now = new Date();
  // Before the list: what comes while it is made is new to it.
  const known = newsNow(actor);
  const list = await orNotFound(actor, loadWorklist(actor, query, now));
  const t = await getTranslations("worklist");
  const proposed = await getTranslations("proposals");
  const format = await getFormatter();
  const { timeZone } = actor.clinic;
  const { counts } = list;
  const needing = counts["act-now"] + counts.today;
  const mayAdmit = actor.role === "therapist";
  return (
    <ClientMessages namespaces={["patientRecord"]}>
      <LiveNews known={known} />
      <div className="sticky top-0 z-10 bg-surface max-md:static">
        <PageHeader
          actions={
            <>
              {query.q === "" ? null : <ClearSearch flag={query.flag} />}
              {list.proposals > 0 && may(actor.role, "program.sign") ? (
                <LinkButton href="/worklist/proposals">{proposed("link", { count: list.proposals })}</LinkButton>
              ) : null}
              {mayAdmit ? (
                <LinkButton data-act="new-patient" href="/patients/new" hotkey="n" variant="primary">
                  <Icon name="plus" size={14} /> {t("newPatient")}
                </LinkButton>
              ) : null}
            </>
          }
          note={
            <>
              {format.dateTime(now, "dayWords", { timeZone })} ·{" "}
              {query.q === ""
                ? t("summary", { count: counts.all, needing })
                : t("found", { count: counts.all, q: query.q })}
            </>
          }
          title={t("title")}
        />
        <TabLinks
          label={t("tabs.label")}
          tabs={[
            {
              href: addressOf(null),
              label: t("tabs.all"),
              isCurrent: query.flag === null,
              count: counts.all,
            },
            ...worklistFlags.map((flag) => ({
              href: addressOf(flag),
              label: t(`tabs.${flag}`),
              isCurrent: query.flag === flag,
              count: counts[flag],
              start: <Shape name={flagShapes[flag]} size={14} />,
            })),
          ]}
        />
      </div>
      <div className="flex-1 bg-surface px-6 pb-6 max-md:px-1">
        <div className="not-empty:py-3">
          <DefaultsBanner areReviewed={list.areDefaultsReviewed} />
        </div>
        {list.rows.length === 0 ? (
          <NobodyListed all={counts.all} mayAdmit={mayAdmit} query={query} />
        ) : (
          <WorklistTable list={list} now={now} timeZone={timeZone} />
        )}
        <div className="mt-3 max-md:px-3">
          <Pagination
            next={list.next === null ? null : addressOf(query.flag, { after: list.next })}
            previous={list.previous === null ? null : addressOf(query.flag, { before: list.previous })}
          />
        </div>
      </div>
      <div className="sticky bottom-0 max-md:static">
        <KeyFoot
          keys={[
            { keys: ["J", "K"], does: t("keys.move") },
            { keys: ["Enter"], does: t("keys.open") },
            { keys: ["A"], does: t("keys.acknowledge") },
            { keys: ["E"], does: t("keys.resolve") },
            { keys: ["/"], does: t("keys.search") },
          ]}
        >
          {t("shown", {
            from: list.from,
            to: list.to,
            count: list.matching,
            time: format.dateTime(now, "time", { timeZone }),
          })}
        </KeyFoot>
      </div>
      <WorklistKeys />
    </ClientMessages>
  );
}

/** The list's own address, which never says what is searched for; a tab begins at its first page. */
function addressOf(flag: WorklistTab | null, cursor: { after?: string; before?: string } = {}): string {
  const params = new URLSearchParams({ ...(flag === null ? {} : { flag }), ...cursor });
  return params.size === 0 ? "/worklist" : `/worklist?${params.toString()}`;
}
