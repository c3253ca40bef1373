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
        className="min-w-60 flex-1 max-md:w-full max-md:flex-none"
        defaultValue={query.q}
        hotkey="/"
        label={t("search.label")}
        maxLength={80}
        name="q"
        placeholder={t("search.placeholder")}
      />
      {names
        .filter((name) => choices[name].length > 0)
        .map((name) => (
          <div className="w-36 max-md:w-[calc(50%-0.25rem)]" key={name}>
            <Select
              choices={choices[name]}
              defaultValue={query[name] ?? ""}
              emptyLabel={t("search.all")}
              label={t(`filters.${name}`)}
              name={name}
            />
          </div>
        ))}
      <Button type="submit">{t("search.now")}</Button>
      {isFiltered ? <LinkButton href="/library">{t("search.clear")}</LinkButton> : null}
    </form>
  );
}

function filledIn(data: FormData): URLSearchParams {
  const filled = [...data].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && value.trim() !== "" ? [[name, value.trim()]] : [],
  );
  return new URLSearchParams(filled);
}
