import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shell/page-header";
import { Icon } from "@/components/ui/icon";
import { KeyFoot } from "@/components/ui/key-hint";
import { LinkButton } from "@/components/ui/link-button";
import { orNotFound } from "@/lib/action";
import { may } from "@/lib/access/permissions";
import { requireActor } from "@/lib/access/read-actor";
import { movementTags } from "@/lib/clinical/facts";
import { categories, categoryWords, positions, positionWords } from "@/lib/clinical/library-words";
import { movementInWords } from "@/lib/clinical/words";
import { ClientMessages } from "@/lib/i18n/client-messages";
import { loadFilterChoices } from "@/lib/records/library/load-filter-choices";
import { searchLibrary } from "@/lib/records/library/search-library";
import { libraryQuerySchema, mostFound } from "@/lib/schemas/library";
import { LibraryKeys } from "./_components/library-keys";
import { LibrarySearch } from "./_components/library-search";
import { LibraryTable } from "./_components/library-table";
import { NothingListed } from "./_components/nothing-listed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("library"))("title") };
}

/** Every exercise of the clinic, found by words and filters that the address carries. */
export default async function LibraryPage({ searchParams }: PageProps<"/library">) {
  const actor = await requireActor("therapist", "surgeon", "administrator");
  const query = libraryQuerySchema.parse(await searchParams);
  const { q, ...filters } = query;
  const rows = await orNotFound(actor, searchLibrary(actor, { text: q, filters }));
  const { bodyRegions, equipment } = await orNotFound(actor, loadFilterChoices(actor));
  const t = await getTranslations("library");
  const locale = await getLocale();
  const mayPrefer = may(actor.role, "library.prefer");
  const inWords = <Id extends string>(ids: readonly Id[], words: (id: Id) => { en: string; es: string }) =>
    ids.map((value) => ({ value, label: words(value)[locale] }));
  return (
    <ClientMessages namespaces={["library"]}>
      <div className="sticky top-0 z-10 bg-surface max-md:static">
        <PageHeader
          actions={
            may(actor.role, "library.write") ? (
              <>
                <LinkButton href="/library/figures">{t("allFigures")}</LinkButton>
                <LinkButton href="/library/new">
                  <Icon name="plus" size={14} /> {t("newExercise")}
                </LinkButton>
              </>
            ) : undefined
          }
          note={
            <span role="status">{t(rows.length < mostFound ? "count" : "countFirst", { count: rows.length })}</span>
          }
          title={t("title")}
        />
        <div className="border-b border-line px-6 pb-3 max-md:px-4">
          <LibrarySearch
            choices={{
              category: inWords(categories, (id) => categoryWords[id]),
              bodyRegion: bodyRegions.map((region) => ({ value: region.en, label: region[locale] })),
              position: inWords(positions, (id) => positionWords[id]),
              tag: inWords(movementTags, (tag) => movementInWords({ tag, region: null })),
              equipment: equipment.map((piece) => ({ value: piece.en, label: piece[locale] })),
              mine: mayPrefer
                ? (["favourite", "recent"] as const).map((value) => ({ value, label: t(`mine.${value}`) }))
                : [],
            }}
            query={query}
          />
        </div>
      </div>
      <div className="flex-1 bg-surface px-6 pb-6 max-md:px-1">
        {rows.length === 0 ? (
          <NothingListed query={query} />
        ) : (
          <LibraryTable mayPrefer={mayPrefer} rows={rows} timeZone={actor.clinic.timeZone} />
        )}
      </div>
      <div className="sticky bottom-0 max-md:static">
        <KeyFoot
          keys={[
            { keys: ["J", "K"], does: t("keys.move") },
            { keys: ["Enter"], does: t("keys.open") },
            ...(mayPrefer ? [{ keys: ["F"], does: t("keys.favourite") }] : []),
            { keys: ["/"], does: t("keys.search") },
          ]}
        />
      </div>
      <LibraryKeys />
    </ClientMessages>
  );
}
