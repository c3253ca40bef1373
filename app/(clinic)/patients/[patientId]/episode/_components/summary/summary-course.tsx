import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { daysBetween } from "@/lib/clinical/days";
import type { EpisodeSummary } from "@/lib/schemas/episode-summary";
import { SummaryPart } from "./summary-part";

/** The phases with their days, the holds, and how often a program was signed. */
export function SummaryCourse({ summary }: { summary: EpisodeSummary }) {
  const t = useTranslations("episodeEnd.summary");
  const format = useFormatter();
  const locale = useLocale();
  const { phases, phaseCount, holds, revisions, endedOn } = summary;
  const day = (on: string) => format.dateTime(new Date(on), "dayYear");
  const reached = Math.max(0, ...phases.map(({ n }) => n));
  return (
    <SummaryPart title={t("course")}>
      {phases.length === 0 ? (
        <p className="text-ink-2">{t("noPhases")}</p>
      ) : (
        <>
          <p>{t("phasesOf", { n: reached, count: phaseCount })}</p>
          <Table caption={t("course")}>
            <thead>
              <tr>
                {(["phase", "from", "to", "days"] as const).map((column) => (
                  <HeadCell key={column}>{t(column)}</HeadCell>
                ))}
              </tr>
            </thead>
            <tbody>
              {phases.map(({ n, name, from, to }, index) => (
                <Row isCompact key={index}>
                  <RowHead className="font-medium">
                    {n} {name[locale]}
                  </RowHead>
                  <Cell>{day(from)}</Cell>
                  <Cell>{day(to ?? endedOn)}</Cell>
                  <Cell>{format.number(Math.max(0, daysBetween(from, to ?? endedOn)))}</Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </>
      )}
      <p className="mt-1.5">
        {t("revisions", { count: revisions.length, by: revisions.at(-1)?.by ?? "" })}{" "}
        {t("holdsCount", { count: holds.length })}
      </p>
      <ul className="text-ink-2">
        {holds.map(({ from, to, isSuspension }, index) => (
          <li key={index}>
            {t(isSuspension ? "suspension" : "hold", { from: day(from), to: to === null ? t("untilEnd") : day(to) })}
          </li>
        ))}
      </ul>
    </SummaryPart>
  );
}
