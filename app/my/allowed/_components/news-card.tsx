import { useFormatter, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { Allowed } from "@/lib/records/today/load-allowed";
import { useText } from "../../_components/words";
import { useEntryName, useRestrictionName } from "./words";

/** What was decided or ordered since the day of the last visit. */
export function NewsCard({ news: { since, entries, restrictions } }: { news: NonNullable<Allowed["news"]> }) {
  const t = useTranslations("patient.allowed.news");
  const format = useFormatter();
  const text = useText();
  const named = useEntryName();
  const limit = useRestrictionName();
  const lines = [
    ...restrictions.map((restriction) => t("limit", { name: limit(restriction) })),
    ...entries.map((entry) =>
      entry.isAllowed && entry.key !== null
        ? text(entry.name)
        : t(entry.isAllowed ? "yes" : "no", { name: named(entry) }),
    ),
  ];
  return (
    <Card title={t("title", { date: format.dateTime(new Date(since), "dayMonthWords") })}>
      <ul className="grid list-disc gap-1 ps-5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Card>
  );
}
