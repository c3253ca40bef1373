import { useTranslations } from "next-intl";
import { LinkButton } from "./link-button";

/** Keyset paging: the addresses of the page before and after; `range` prints what is shown. */
export function Pagination({
  previous,
  next,
  range,
}: {
  previous: string | null;
  next: string | null;
  range?: string;
}) {
  const t = useTranslations("ui");
  if (previous === null && next === null)
    return range === undefined ? null : <p className="text-12 text-ink-3">{range}</p>;
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center gap-2">
      {previous === null ? null : (
        <LinkButton href={previous} rel="prev">
          {t("previous")}
        </LinkButton>
      )}
      {next === null ? null : (
        <LinkButton href={next} rel="next">
          {t("next")}
        </LinkButton>
      )}
      {range === undefined ? null : <span className="text-12 text-ink-3">{range}</span>}
    </nav>
  );
}
