import { useFormatter, useTranslations } from "next-intl";
import { meanDecimal } from "@/lib/i18n/decimals";
import { Disclosure } from "../ui/small-parts";
import { Cell, HeadCell, Row, RowHead, Table } from "../ui/table";
import { PainDrawing } from "./pain-drawing";
import { dayAfter, type PainDay, sevenDayMeans } from "./pain-series";

export type ChartPhase = { n: number; name: string; fromDay: number; toDay: number | null };
/** One that stands or waits; `toDay` null: no end was set. */
export type ChartClearance = {
  id: string;
  name: string;
  state: "requested" | "returned" | "granted" | "limited" | "under-review";
  fromDay: number;
  toDay: number | null;
};
export type ChartHold = { fromDay: number; toDay: number | null; words: string };

/** Days are whole days since `startOn`, the day of the procedure (ISO). */
export type PainChartData = {
  startOn: string;
  today: number;
  /** The last day of the time axis; after today when the future is shown. */
  lastDay: number;
  days: readonly PainDay[];
  phases?: readonly ChartPhase[];
  holds?: readonly ChartHold[];
  /** Bars under the plot, where it is wide enough. */
  clearances?: readonly ChartClearance[];
  /** A dashed line with its sentence: "phase 4 needs 3.0 or less". */
  threshold?: { value: number; words: string } | undefined;
};

/** Pain over the weeks after a procedure: a picture with one sentence, and the same as a table. Drawn on the server. */
export function PainChart({
  data,
  audience = "clinician",
}: {
  data: PainChartData;
  audience?: "clinician" | "patient";
}) {
  const t = useTranslations("charts.pain");
  const summary = usePainSummary(data);
  if (data.days.every(({ before, worst }) => before === null && (worst ?? null) === null))
    return <p className="text-ink-2">{t("empty")}</p>;
  return (
    <figure className="@container grid grid-cols-[minmax(0,1fr)] gap-2">
      <div className="@min-[36rem]:hidden">
        <PainDrawing audience={audience} data={data} label={summary} width={358} />
      </div>
      <div className="@max-[36rem]:hidden">
        <PainDrawing audience={audience} data={data} label={summary} width={audience === "patient" ? 656 : 816} />
      </div>
      <Disclosure summary={t("table")}>
        <PainTable data={data} />
      </Disclosure>
    </figure>
  );
}

/** The picture in one sentence. */
function usePainSummary({ startOn, days, lastDay, holds = [] }: PainChartData): string {
  const t = useTranslations("charts.pain");
  const format = useFormatter();
  const answers = days
    .flatMap(({ day, before }) => (before === null ? [] : [{ day, before }]))
    .sort((a, b) => a.day - b.day);
  const latest = answers.at(-1);
  const mean = sevenDayMeans(days).findLast((point) => point.mean !== null)?.mean ?? null;
  return t("summary", {
    from: 0,
    to: Math.ceil(lastDay / 7),
    count: answers.length,
    first: String(answers[0]?.before ?? ""),
    highest: String(Math.max(0, ...answers.map(({ before }) => before))),
    latest: String(latest?.before ?? ""),
    date: latest === undefined ? "" : format.dateTime(dayAfter(startOn, latest.day), "day"),
    mean: mean === null ? "none" : meanDecimal(mean),
    holds: holds.length,
  });
}

function PainTable({ data }: { data: PainChartData }) {
  const t = useTranslations("charts.pain");
  const format = useFormatter();
  const means = new Map(sevenDayMeans(data.days).map(({ day, mean }) => [day, mean]));
  const value = (n: number | null | undefined) => (n === null || n === undefined ? t("noAnswer") : format.number(n));
  return (
    <Table caption={t("tableCaption")}>
      <thead>
        <tr>
          {(["day", "date", "before", "meanShort", "during"] as const).map((column) => (
            <HeadCell key={column}>{t(column)}</HeadCell>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...data.days]
          .sort((a, b) => b.day - a.day)
          .map(({ day, before, worst }) => {
            const mean = means.get(day) ?? null;
            return (
              <Row isCompact key={day}>
                <RowHead>{day}</RowHead>
                <Cell className="whitespace-nowrap">{format.dateTime(dayAfter(data.startOn, day), "day")}</Cell>
                <Cell>{value(before)}</Cell>
                <Cell>{mean === null ? t("noAnswer") : meanDecimal(mean)}</Cell>
                <Cell>{value(worst)}</Cell>
              </Row>
            );
          })}
      </tbody>
    </Table>
  );
}
