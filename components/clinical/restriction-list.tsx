import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { RestrictionTerms } from "@/lib/clinical/restriction-strictness";
import { clearanceWords } from "@/lib/clinical/words";

/** How a restriction ends: on a day, with a phase, by a clearance; without an end all are null. */
type RestrictionEnd = Pick<RestrictionTerms, "untilDate" | "untilPhase" | "untilClearance">;
export type RestrictionWords = { text: string; end: RestrictionEnd };

/** Restrictions by their ends; never cut. */
export function RestrictionList({ restrictions }: { restrictions: readonly RestrictionWords[] }) {
  const t = useTranslations("status.restrictions");
  const endOf = useRestrictionEnd("day");
  if (restrictions.length === 0) return <span className="font-medium">{t("none")}</span>;
  const byEnd = Map.groupBy(restrictions, ({ end }) => endOf(end));
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
      {[...byEnd].map(([until, ending]) => (
        <li key={until}>
          <span className="font-medium">{ending.map(({ text }) => text).join(", ")}</span>
          {until === null ? null : <span className="text-ink-3"> {until}</span>}
        </li>
      ))}
    </ul>
  );
}

/** "until Dec 5", "until phase 4", "until cleared: running"; null for one without an end. */
export function useRestrictionEnd(look: "day" | "dayYear"): (end: RestrictionEnd) => string | null {
  const t = useTranslations("status.restrictions");
  const format = useFormatter();
  const locale = useLocale();
  return ({ untilDate, untilPhase, untilClearance }) => {
    if (untilDate !== null) return t("until", { date: format.dateTime(new Date(untilDate), look) });
    if (untilPhase !== null) return t("untilPhase", { n: untilPhase });
    return untilClearance === null ? null : t("untilClearance", { key: clearanceWords[untilClearance][locale] });
  };
}
