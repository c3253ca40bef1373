import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { SearchField } from "@/components/ui/search-field";

/** Finds a number by words of its name; a plain form, its term in the address. */
export function NumberSearch({ q }: { q: string }) {
  const t = useTranslations("settings");
  return (
    <form action="/settings" className="flex max-w-xl flex-wrap items-center gap-2" method="get" role="search">
      <SearchField
        className="min-w-52 flex-1"
        defaultValue={q}
        key={q}
        label={t("searchLabel")}
        maxLength={80}
        name="q"
        placeholder={t("searchPlaceholder")}
      />
      <Button type="submit">{t("searchNow")}</Button>
      {q === "" ? null : <LinkButton href="/settings">{t("clear")}</LinkButton>}
    </form>
  );
}
