import { useFormatter, useTranslations } from "next-intl";

/** A restriction in words, with the day it ends: an ISO day, "cleared" until a clearance lifts it, null without an end. */
export type RestrictionWords = { text: string; until: string | null };

/** Restrictions with their ends; never cut. */
export function RestrictionList({ restrictions }: { restrictions: readonly RestrictionWords[] }) {
  const t = useTranslations("status.restrictions");
  const format = useFormatter();
  if (restrictions.length === 0) return <span className="font-medium">{t("none")}</span>;
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-0.5">
      {restrictions.map(({ text, until }) => (
        <li key={text}>
          <span className="font-medium">{text}</span>
          {until === null ? null : (
            <span className="text-ink-3">
              {" "}
              {until === "cleared" ? t("untilCleared") : t("until", { date: format.dateTime(new Date(until), "day") })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
