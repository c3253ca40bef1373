import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { EpisodeSummary } from "@/lib/schemas/episode-summary";
import { procedureInWords } from "../../../../../_components/procedure-words";
import { SummaryPart } from "./summary-part";

/** What was treated, by whom, and from when to when. */
export function SummaryTreatment({ summary }: { summary: EpisodeSummary }) {
  const t = useTranslations("episodeEnd.summary");
  const record = useTranslations("patientRecord");
  const format = useFormatter();
  const locale = useLocale();
  const { treatment } = summary;
  const day = (on: string) => format.dateTime(new Date(on), "dayYear");
  const beside = treatment.also.map(({ title }) => title[locale]).join(", ");
  const known: [string, string | null][] = [
    [t("procedure"), procedureInWords(treatment, record)],
    [t("technique"), treatment.technique],
    [t("surgeon"), treatment.surgeon],
    [t("date"), day(treatment.procedureOn)],
    [t("pathway"), treatment.pathwayStart === null ? null : day(treatment.pathwayStart)],
    [t("protocol"), treatment.protocol[locale]],
    [t("also"), beside === "" ? null : beside],
    [t("period"), `${day(summary.openedOn)} – ${day(summary.endedOn)}`],
  ];
  const facts = known.filter(([, value]) => value !== null);
  return (
    <SummaryPart title={t("treatment")}>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-2 print:grid-cols-2">
        {facts.map(([name, value]) => (
          <div className="flex gap-2" key={name}>
            <dt className="min-w-24 flex-none text-ink-3">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </SummaryPart>
  );
}
