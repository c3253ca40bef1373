import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { AppLink } from "@/components/ui/app-link";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { orNotFound } from "@/lib/action";
import { requireActor } from "@/lib/access/read-actor";
import { categories, categoryWords, positions, positionWords } from "@/lib/clinical/library-words";
import { baseNames } from "@/lib/figure/names";
import { loadFigureChoice } from "@/lib/records/library/load-figure-choice";
import { loadFigureSheet } from "@/lib/records/library/load-figure-sheet";
import { figureSheetQuerySchema, type FigureSheetQuery } from "@/lib/schemas/figure-sheet";
import { FigureCard } from "./_components/figure-card";
import { matchingFigures, pageSize } from "./_components/shown-figures";
import { SheetSearch } from "./_components/sheet-search";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("figures.sheet"))("title") };
}

/** The contact sheet: every figure of the clinic's library with its pictures and checks; with `for`, where one is chosen for an own exercise. */
export default async function FiguresPage({ searchParams }: PageProps<"/library/figures">) {
  const actor = await requireActor("therapist", "surgeon");
  const query = figureSheetQuerySchema.parse(await searchParams);
  const chosen = query.for === undefined ? null : await orNotFound(actor, loadFigureChoice(actor, query.for));
  const rows = await matchingFigures(await orNotFound(actor, loadFigureSheet(actor, query)), query);
  const t = await getTranslations("figures");
  const library = await getTranslations("library");
  const locale = await getLocale();
  const last = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(query.page, last);
  const from = (page - 1) * pageSize;
  const shown = rows.slice(from, from + pageSize);
  const name = chosen?.[locale] ?? "";
  const inWords = <Id extends string>(ids: readonly Id[], label: (id: Id) => string) =>
    ids.map((value) => ({ value, label: label(value) }));
  const choices = {
    category: inWords(categories, (id) => categoryWords[id][locale]),
    position: inWords(positions, (id) => positionWords[id][locale]),
    base: inWords(baseNames, (id) => t(`bases.${id}`)),
    ...(chosen === null && {
      whose: inWords(["own", "shipped"], (id) => t(`sheet.whose.${id}`)),
      checks: inWords(["faults", "passed", "none"], (id) => t(`sheet.checkChoices.${id}`)),
    }),
  };
  return (
    <>
      <PageHeader
        actions={
          query.for === undefined ? undefined : (
            <LinkButton href={`/library/${encodeURIComponent(query.for)}`}>{t("sheet.cancel", { name })}</LinkButton>
          )
        }
        note={<span role="status">{t("sheet.note", { count: rows.length })}</span>}
        title={t("sheet.title")}
      />
      <div className="grid gap-4 px-6 pb-8 max-md:px-3">
        <AppLink className="link-alone justify-self-start" href="/library">
          ← {library("back")}
        </AppLink>
        <p className="max-w-prose text-ink-2">{chosen === null ? t("sheet.lead") : t("sheet.choosing", { name })}</p>
        <SheetSearch choices={choices} query={query} />
        {shown.length === 0 ? <Notice title={t("sheet.nothing")} /> : null}
        <ul className="grid items-start gap-4 lg:grid-cols-2 2xl:grid-cols-3">
          {shown.map((row) => (
            <FigureCard chosenFor={query.for} key={row.code} row={row} />
          ))}
        </ul>
        <Pagination
          next={page < last ? addressOf(query, page + 1) : null}
          previous={page > 1 ? addressOf(query, page - 1) : null}
          range={t("sheet.range", {
            from: Math.min(from + 1, rows.length),
            to: from + shown.length,
            count: rows.length,
          })}
        />
      </div>
    </>
  );
}

function addressOf(query: FigureSheetQuery, page: number): string {
  const said = Object.entries({ ...query, page: String(page) }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "",
  );
  return `/library/figures?${new URLSearchParams(said).toString()}`;
}
