import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { measureIds, type MeasureId } from "@/lib/clinical/entry-criteria";
import { inUnit, measureWords } from "@/lib/clinical/readiness/measure-words";
import type { EpisodeSummary } from "@/lib/schemas/episode-summary";
import { SummaryPart } from "./summary-part";

/** What a measure counts in, where it is no score. */
const units: Partial<Record<MeasureId, string>> = { TUG: "s", "5XSTS": "s", "30S_CHAIR_STAND": "reps", "6MWT": "m" };

/** Function tests and tolerances, the first and the last of each. */
export function SummaryTests({ tests }: Pick<EpisodeSummary, "tests">) {
  const t = useTranslations("episodeEnd.summary");
  const names = useTranslations("readiness.names");
  const format = useFormatter();
  const locale = useLocale();
  const words = (criterion: string) => {
    const measure = measureIds.find((id) => criterion === `functional:${id}`);
    if (measure) return { name: measureWords[measure][locale], unit: units[measure] ?? "" };
    return { name: names(criterion === "sitToleranceMin" ? criterion : "walkContinuousMin"), unit: "min" };
  };
  return (
    <SummaryPart title={t("tests")}>
      {tests.length === 0 ? (
        <p className="text-ink-2">{t("noTests")}</p>
      ) : (
        <Table caption={t("tests")}>
          <thead>
            <tr>
              {(["test", "firstValue", "lastValue"] as const).map((column) => (
                <HeadCell key={column}>{t(column)}</HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {tests.map(({ criterion, first, last }) => {
              const { name, unit } = words(criterion);
              return (
                <Row isCompact key={criterion}>
                  <RowHead className="font-medium">{name}</RowHead>
                  {[first, last].map(({ value, on }, index) => (
                    <Cell key={index}>
                      {inUnit(format.number(value), unit)[locale]}{" "}
                      <span className="whitespace-nowrap text-ink-3">{format.dateTime(new Date(on), "day")}</span>
                    </Cell>
                  ))}
                </Row>
              );
            })}
          </tbody>
        </Table>
      )}
    </SummaryPart>
  );
}
