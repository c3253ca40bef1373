import { useTranslations } from "next-intl";
import { Shape } from "@/components/clinical/shape";
import { Mark } from "@/components/brand/mark";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import type { WorklistQuery } from "@/lib/schemas/worklist";
import { ClearSearch } from "./clear-search";

/** Why the list is empty: nothing found, nobody with this flag (all is well), or nobody yet. */
export function NobodyListed({ query, all, mayAdmit }: { query: WorklistQuery; all: number; mayAdmit: boolean }) {
  const t = useTranslations("worklist.empty");
  if (query.q !== "" && all === 0) {
    return (
      <EmptyState
        action={<ClearSearch flag={null} />}
        picture={<Icon name="search" size={28} />}
        title={t("notFound", { q: query.q })}
      >
        {t("notFoundHint")}
      </EmptyState>
    );
  }
  if (query.flag !== null && all > 0) {
    return (
      <EmptyState
        action={<LinkButton href="/worklist">{t("showAll", { count: all })}</LinkButton>}
        picture={<Shape name="clear" size={32} />}
        title={t("allWell")}
      >
        {t("allWellHint", { count: all })}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      action={
        mayAdmit ? (
          <LinkButton data-act="new-patient" href="/patients/new" hotkey="n" variant="primary">
            {t("admit")}
          </LinkButton>
        ) : undefined
      }
      picture={<Mark size={36} />}
      title={t("first")}
    >
      {t(mayAdmit ? "firstHint" : "firstHintSurgeon")}
    </EmptyState>
  );
}
