import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { clearanceWords } from "@/lib/clinical/words";
import type { EpisodePage } from "@/lib/records/episodes/load-episode";
import { restrictionInWords } from "../../_components/banner-words";

type Restriction = EpisodePage["restrictions"][number];

/** What the surgeon forbids or limits now, until when, and who ordered it. */
export function RestrictionsCard({
  restrictions,
  massUnit,
  timeZone,
}: {
  restrictions: readonly Restriction[];
  massUnit: "kg" | "lb";
  timeZone: string;
}) {
  const t = useTranslations("episode.restrictions");
  const record = useTranslations("patientRecord");
  const format = useFormatter();
  const locale = useLocale();
  const end = ({ untilDate, untilPhase, untilClearance }: Restriction) => {
    if (untilDate !== null) return t("untilDate", { date: format.dateTime(new Date(untilDate), "dayYear") });
    if (untilPhase !== null) return t("untilPhase", { n: untilPhase });
    return untilClearance === null ? t("open") : t("untilClearance", { key: clearanceWords[untilClearance][locale] });
  };
  return (
    <Card title={t("title")}>
      {restrictions.length === 0 ? <p className="text-ink-2">{t("none")}</p> : null}
      <ul className="divide-y divide-line">
        {restrictions.map((restriction) => (
          <li className="py-1.5 first:pt-0 last:pb-0" key={restriction.id}>
            <span className="font-semibold">{restrictionInWords(restriction, massUnit, record, locale)}</span>{" "}
            {end(restriction)}
            <div className="text-12 text-ink-3">
              {t("by", {
                name: restriction.by,
                date: format.dateTime(new Date(restriction.at), "dayYear", { timeZone }),
              })}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
