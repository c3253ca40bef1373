import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Stamp } from "@/components/ui/small-parts";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { may } from "@/lib/access/permissions";
import { requireActor } from "@/lib/access/read-actor";
import { orNotFound } from "@/lib/action";
import { loadTemplates, type ListedTemplate } from "@/lib/records/templates/load-templates";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("templates"))("title") };
}

/** Every template of the clinic: its own first, then what ships. */
export default async function TemplatesPage() {
  const actor = await requireActor("therapist", "surgeon", "administrator");
  const templates = await orNotFound(actor, loadTemplates(actor));
  const t = await getTranslations("templates");
  const mayWrite = may(actor.role, "template.write");
  const [own, shipped] = [templates.filter(({ isOwn }) => isOwn), templates.filter(({ isOwn }) => !isOwn)];
  const isClinician = actor.role !== "administrator";
  return (
    <>
      <PageHeader
        actions={mayWrite ? <LinkButton href="/templates/new">{t("list.begin")}</LinkButton> : undefined}
        title={t("title")}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 px-6 pb-6 max-md:px-3">
        <p className="max-w-prose text-ink-2">{t("list.lead")}</p>
        <Card isFlush title={t("list.own")}>
          {own.length === 0 ? (
            <p className="px-4 pb-4 text-ink-2">{t(mayWrite ? "list.none" : "list.noneYet")}</p>
          ) : (
            <TemplateTable caption={t("list.own")} isClinician={isClinician} templates={own} />
          )}
        </Card>
        <Card isFlush title={t("list.shipped")}>
          <TemplateTable caption={t("list.shipped")} isClinician={isClinician} templates={shipped} />
        </Card>
      </div>
    </>
  );
}

/** On a phone a row's cells stand under each other, each a line; one that says nothing takes none. */
const line = "max-md:p-0 max-md:text-ink-2";
const hidden = "max-md:hidden";

async function TemplateTable({
  templates,
  caption,
  isClinician,
}: {
  templates: readonly ListedTemplate[];
  caption: string;
  isClinician: boolean;
}) {
  const t = await getTranslations("templates.list");
  const admission = await getTranslations("admission");
  const locale = await getLocale();
  const format = await getFormatter();
  const day = (at: string) => format.dateTime(new Date(at), "dayYear");
  return (
    <Table caption={caption} className="max-md:block">
      <thead className="max-md:sr-only">
        <tr>
          <HeadCell className="ps-4">{t("name")}</HeadCell>
          <HeadCell>{t("for")}</HeadCell>
          <HeadCell>{t("newest")}</HeadCell>
          <HeadCell>{t("draft")}</HeadCell>
          <HeadCell>{t("patients")}</HeadCell>
        </tr>
      </thead>
      <tbody className="max-md:block">
        {templates.map(({ id, title, procedureType, region, newest, draft, retiredAt, mine, all }) => (
          <Row
            className="max-md:flex max-md:h-auto max-md:flex-col max-md:items-start max-md:gap-0.5 max-md:px-4 max-md:py-2.5"
            key={id}
          >
            <RowHead className="min-w-52 ps-4 max-md:p-0">
              <AppLink className="link" href={`/templates/${id}`}>
                {title[locale]}
              </AppLink>{" "}
              {retiredAt === null ? null : <Stamp>{t("retired")}</Stamp>}
              {newest === null ? <Stamp>{t("unpublished")}</Stamp> : null}
            </RowHead>
            <Cell className={line}>
              {procedureType === "any" ? t("any") : admission(`procedures.${procedureType}`)},{" "}
              {admission(`regions.${region}`)}
            </Cell>
            <Cell className={newest === null ? hidden : line}>
              <span className="md:hidden">{t("newest")}: </span>
              {newest === null ? "–" : t("version", { number: newest.number, on: day(newest.at) })}
            </Cell>
            <Cell className={draft === null ? hidden : line}>
              <span className="md:hidden">{t("draft")}: </span>
              {draft === null ? "–" : t("draftBy", { name: draft.by, on: day(draft.at) })}
            </Cell>
            <Cell className={line}>{isClinician ? t("mine", { mine, all }) : t("all", { all })}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
