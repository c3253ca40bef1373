import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { type Choice, Select } from "@/components/ui/select";
import { SearchField } from "@/components/ui/search-field";
import type { FigureSheetQuery } from "@/lib/schemas/figure-sheet";

export type SheetFilter = "category" | "position" | "base" | "whose" | "checks";

/** Words and filters of the contact sheet; a form whose values are the address. */
export function SheetSearch({
  query,
  choices,
}: {
  query: FigureSheetQuery;
  choices: Readonly<Partial<Record<SheetFilter, readonly Choice[]>>>;
}) {
  const t = useTranslations("figures.sheet");
  const filters = Object.entries(choices).filter(isFilter);
  const clear = query.for === undefined ? "" : `?for=${encodeURIComponent(query.for)}`;
  return (
    <form action="/library/figures" className="flex flex-wrap items-end gap-2" method="get" role="search">
      {query.for === undefined ? null : <input name="for" type="hidden" value={query.for} />}
      <SearchField
        autoComplete="off"
        className="min-w-48 flex-1"
        defaultValue={query.q}
        key={query.q}
        label={t("words")}
        maxLength={80}
        name="q"
      />
      {filters.map(([name, options]) => (
        <div className="w-36 min-w-0 max-md:w-[calc(50%-0.25rem)]" key={`${name} ${query[name] ?? ""}`}>
          <Select
            choices={options}
            defaultValue={query[name] ?? ""}
            emptyLabel={t("all")}
            label={t(`filters.${name}`)}
            name={name}
          />
        </div>
      ))}
      <Button type="submit">{t("search")}</Button>
      <LinkButton href={`/library/figures${clear}`}>{t("clear")}</LinkButton>
    </form>
  );
}

function isFilter(entry: [string, readonly Choice[]]): entry is [SheetFilter, readonly Choice[]] {
  return /^(category|position|base|whose|checks)$/.test(entry[0]);
}
