import { useFormatter, useLocale, useTranslations } from "next-intl";
import { halfPoundsOf } from "@/components/clinical/dosage-parts";
import { ClearanceBadge } from "@/components/clinical/status-badges";
import { shortDecimal } from "@/lib/i18n/decimals";
import type { EpisodeSummary } from "@/lib/schemas/episode-summary";
import { SummaryPart } from "./summary-part";

type Clearance = EpisodeSummary["clearances"][number];

/** What was asked for and decided, as it stood when the end was signed. */
export function SummaryClearances({
  summary: { clearances, endedOn },
  massUnit,
}: {
  summary: EpisodeSummary;
  massUnit: "kg" | "lb";
}) {
  const t = useTranslations("episodeEnd.summary");
  const locale = useLocale();
  const limits = useLimits(massUnit, endedOn);
  return (
    <SummaryPart title={t("clearances")}>
      {clearances.length === 0 ? (
        <p className="text-ink-2">{t("noClearances")}</p>
      ) : (
        <ul className="grid gap-1">
          {clearances.map((clearance, index) => (
            <li className="flex flex-wrap items-center gap-x-3 gap-y-0.5" key={index}>
              <span className="font-medium">{clearance.name[locale]}</span>
              <ClearanceBadge state={clearance.state} />
              <span className="text-ink-2">{limits(clearance)}</span>
            </li>
          ))}
        </ul>
      )}
    </SummaryPart>
  );
}

/** "up to 15 min · until Dec 5, 2026"; only of what is granted. */
function useLimits(massUnit: "kg" | "lb", endedOn: string): (clearance: Clearance) => string {
  const t = useTranslations("episodeEnd.summary");
  const format = useFormatter();
  return ({ state, maxMinutes, maxKg, from, until }) => {
    if (state !== "granted" && state !== "limited") return "";
    const mass = maxKg === null ? null : massUnit === "kg" ? maxKg : halfPoundsOf(maxKg);
    const parts = [
      from === null || from <= endedOn ? null : t("fromDay", { date: format.dateTime(new Date(from), "dayYear") }),
      maxMinutes === null ? null : t("limits", { minutes: maxMinutes }),
      mass === null ? null : t("kg", { kg: `${shortDecimal(mass)} ${massUnit}` }),
      until === null ? null : t("until", { date: format.dateTime(new Date(until), "dayYear") }),
    ];
    return parts.filter((part) => part !== null).join(" · ");
  };
}
