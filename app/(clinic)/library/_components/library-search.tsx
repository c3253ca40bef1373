"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { type SyntheticEvent, useEffect, useRef, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { SearchField } from "@/components/ui/search-field";
import { type Choice, Select } from "@/components/ui/select";
import type { LibraryQuery } from "@/lib/schemas/library";

export type FilterName = Exclude<keyof LibraryQuery, "q">;
const names: readonly FilterName[] = ["category", "bodyRegion", "position", "tag", "equipment", "mine"];
/** How long a pause in typing counts as a search, in milliseconds. */
const pauseMs = 130;

/** Words and filters in one form whose values are the address. It searches as one types; without JavaScript its button does. */
export function LibrarySearch({
  query,
  choices,
}: {
  query: LibraryQuery;
  choices: Readonly<Record<FilterName, readonly Choice[]>>;
}) {
  const t = useTranslations("library");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isPending, startTransition] = useTransition();
  useEffect(() => () => clearTimeout(waiting.current), []);
  useEffect(() => {
    if (form.current) showIn(form.current, query);
  }, [query]);
  const search = () => {
    clearTimeout(waiting.current);
    if (!form.current) return;
    const params = filledIn(new FormData(form.current)).toString();
    startTransition(() => router.replace(`/library?${params}`, { scroll: false }));
  };
  const onInput = (event: SyntheticEvent) => {
    clearTimeout(waiting.current);
    if (event.target instanceof HTMLSelectElement) search();
    else waiting.current = setTimeout(search, pauseMs);
  };
  const isFiltered = query.q !== "" || names.some((name) => query[name] !== undefined);
  return (
    <form
      action="/library"
      aria-busy={isPending}
      className="flex flex-wrap items-end gap-2"
      method="get"
      onInput={onInput}
      onSubmit={(event) => {
        event.preventDefault();
        search();
      }}
      ref={form}
      role="search"
    >
      <SearchField
        autoComplete="off"
        className="min-w-48 flex-1"
        defaultValue={query.q}
        hotkey="/"
        label={t("search.label")}
        maxLength={80}
        name="q"
        placeholder={t("search.placeholder")}
      />
      <Button type="submit">{t("search.now")}</Button>
      {isFiltered ? <LinkButton href="/library">{t("search.clear")}</LinkButton> : null}
      {names
        .filter((name) => choices[name].length > 0)
        .map((name) => (
          <div className="w-30 min-w-0 max-md:w-[calc(33.3%-0.4rem)]" key={name}>
            <Select
              choices={choices[name]}
              defaultValue={query[name] ?? ""}
              emptyLabel={t("search.all")}
              label={t(`filters.${name}`)}
              name={name}
            />
          </div>
        ))}
    </form>
  );
}

/** Another way than the fields led to this search, a link: they follow it. A field that has the focus is being filled in and stays. */
function showIn(form: HTMLFormElement, query: LibraryQuery): void {
  const fields = [...form.elements].filter(
    (field) => field instanceof HTMLInputElement || field instanceof HTMLSelectElement,
  );
  if (fields.some((field) => field === document.activeElement)) return;
  const values = new Map<string, string | undefined>(Object.entries(query));
  for (const field of fields) field.value = values.get(field.name) ?? "";
}

function filledIn(data: FormData): URLSearchParams {
  const filled = [...data].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && value.trim() !== "" ? [[name, value.trim()]] : [],
  );
  return new URLSearchParams(filled);
}
