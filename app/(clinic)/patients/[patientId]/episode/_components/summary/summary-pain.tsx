import { useLocale, useTranslations } from "next-intl";
import { PainChart } from "@/components/charts/pain-chart";
import { daysBetween } from "@/lib/clinical/days";
import { meanDecimal } from "@/lib/i18n/decimals";
import type { EpisodeSummary } from "@/lib/schemas/episode-summary";
import { SummaryPart } from "./summary-part";

/** Pain before exercise: the first week, the last one, and all between. */
export function SummaryPain({ summary }: { summary: EpisodeSummary }) {
  const t = useTranslations("episodeEnd.summary");
  const locale = useLocale();
  const { treatment, pain, painFirst, painLast, phases, holds, endedOn } = summary;
  const startOn = treatment.pathwayStart ?? treatment.procedureOn;
  const at = (on: string) => Math.max(0, daysBetween(startOn, on));
  if (painFirst === null || painLast === null) {
    return (
      <SummaryPart title={t("pain")}>
        <p className="text-ink-2">{t("noPain")}</p>
      </SummaryPart>
    );
  }
  return (
    <SummaryPart title={t("pain")}>
      <dl className="mb-2 flex flex-wrap gap-x-8 gap-y-1">
        {(
          [
            ["first", painFirst],
            ["last", painLast],
          ] as const
        ).map(([name, { mean, days }]) => (
          <div className="flex gap-2" key={name}>
            <dt className="text-ink-3">{t(name)}</dt>
            <dd className="font-semibold">{t("mean", { mean: meanDecimal(mean), days })}</dd>
          </div>
        ))}
      </dl>
      <PainChart
        data={{
          startOn,
          today: at(endedOn),
          lastDay: Math.max(7, at(endedOn) + 1),
          days: pain.filter(({ on }) => on >= startOn).map(({ on, ...scores }) => ({ day: at(on), ...scores })),
          phases: phases.map(({ n, name, from, to }) => ({
            ...{ n, name: name[locale], fromDay: at(from) },
            toDay: at(to ?? endedOn),
          })),
          holds: holds.map(({ from, to }) => ({ fromDay: at(from), toDay: at(to ?? endedOn), words: "" })),
        }}
      />
    </SummaryPart>
  );
}
