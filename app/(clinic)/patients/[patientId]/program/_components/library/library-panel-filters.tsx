"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select, type Choice } from "@/components/ui/select";
import { movementTags, type Text } from "@/lib/clinical/facts";
import { categories, categoryWords, positions, positionWords } from "@/lib/clinical/library-words";
import { movementInWords } from "@/lib/clinical/words";
import type { LibraryRow } from "@/lib/records/library/search-library";
import { type LibraryFilters, libraryFiltersSchema } from "@/lib/schemas/library";
import { filterKeys, filtersSet } from "./library-filter-count";

type FilterKey = (typeof filterKeys)[number];

/** One choice per property of an exercise; regions and equipment are those that the library was seen to have. */
export function LibraryFilterFields({
  filters,
  rows,
  onChange,
}: {
  filters: LibraryFilters;
  rows: Iterable<LibraryRow>;
  onChange: (filters: LibraryFilters) => void;
  close?: () => void;
}) {
  const t = useTranslations("program.library");
  const locale = useLocale();
  const seen = [...rows];
  const choices: Record<FilterKey, Choice[]> = {
    category: categories.map((value) => ({ value, label: categoryWords[value][locale] })),
    bodyRegion: byWord(
      seen.flatMap(({ bodyRegion }) => partsOf(bodyRegion)),
      locale,
    ),
    position: positions.map((value) => ({ value, label: positionWords[value][locale] })),
    tag: movementTags.map((tag) => ({ value: tag, label: asTitle(movementInWords({ tag, region: null })[locale]) })),
    equipment: byWord(
      seen.flatMap(({ equipment }) => equipment),
      locale,
    ),
  };
  const set = (key: FilterKey, value: string) => {
    const { [key]: _, ...rest } = filters;
    const read = libraryFiltersSchema.safeParse(value === "" ? rest : { ...rest, [key]: value });
    if (read.success) onChange(read.data);
  };
  return (
    <div className="grid gap-2 border-y border-line bg-inset px-3 py-2.5">
      {filterKeys.map((key) => (
        <Select
          choices={choices[key]}
          emptyLabel={t("any")}
          key={key}
          label={t(`filter.${key}`)}
          name={`library-${key}`}
          onChange={(event) => set(key, event.target.value)}
          value={filters[key] ?? ""}
        />
      ))}
      <div>
        <Button disabled={filtersSet(filters) === 0} onClick={() => onChange(withoutChoices(filters))} size="small">
          {t("clearFilters")}
        </Button>
      </div>
    </div>
  );
}

/** Leaves what the chips say. */
function withoutChoices({ mine }: LibraryFilters): LibraryFilters {
  return mine === undefined ? {} : { mine };
}

/** "hip/lumbar" is two regions. */
function partsOf({ en, es }: Text): Text[] {
  const spanish = es.split("/");
  return en.split("/").map((part, index) => ({ en: part, es: spanish[index] ?? part }));
}

function byWord(words: readonly Text[], locale: "en" | "es"): Choice[] {
  const labels = new Map(words.map((word) => [word.en, asTitle(word[locale])]));
  return [...labels].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, locale));
}

function asTitle(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
