import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { LibraryQuery } from "@/lib/schemas/library";

/** Why the list is empty: nothing found, or nothing of one's own yet. */
export function NothingListed({ query: { mine, ...others } }: { query: LibraryQuery }) {
  const t = useTranslations("library.empty");
  const isOnlyMine = Object.values(others).every((value) => value === undefined || value === "");
  const why = mine !== undefined && isOnlyMine ? mine : "notFound";
  return (
    <EmptyState
      action={<LinkButton href="/library">{t("showAll")}</LinkButton>}
      picture={<Icon name={why === "favourite" ? "star" : "search"} size={28} />}
      title={t(why)}
    >
      {t(`${why}Hint`)}
    </EmptyState>
  );
}
