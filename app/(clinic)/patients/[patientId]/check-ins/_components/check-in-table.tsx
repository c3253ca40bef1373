import { useFormatter, useLocale, useTranslations } from "next-intl";
import { TriageBadge } from "@/components/clinical/status-badges";
import { Disclosure, Tag } from "@/components/ui/small-parts";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { SourceIds } from "../../../../_components/source-ids";
import type { CheckInLine } from "@/lib/records/patients/load-check-ins";
import { Worrying } from "./worrying";

const columns = ["day", "stage", "before", "worst", "after", "raised", "result", "fired", "worrying"] as const;

/** One line a check-in: scores, level, the rules that fired with their sources, the warning signs that were there. */
export function CheckInTable({ rows, timeZone }: { rows: readonly CheckInLine[]; timeZone: string }) {
  const t = useTranslations("patientRecord.checkIns");
  const format = useFormatter();
  const score = (value: number | null) => value ?? "–";
  return (
    <div className="px-1.5">
      <Table caption={t("title")}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column}>{t(`columns.${column}`)}</HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row className="[&>*]:align-top!" key={row.id}>
              <RowHead className="font-normal! whitespace-nowrap">
                {format.dateTime(new Date(row.reportedAt), "dayTime", { timeZone })}
                {row.isCorrected ? (
                  <div>
                    <Tag>{t("corrected")}</Tag>
                  </div>
                ) : null}
              </RowHead>
              <Cell className="text-ink-2">{t(`stages.${row.stage}`)}</Cell>
              <Cell className="font-semibold text-pain">{score(row.nprsBefore)}</Cell>
              <Cell>{score(row.nprsDuring)}</Cell>
              <Cell>{score(row.nprsAfter)}</Cell>
              <Cell className="whitespace-nowrap">
                {row.hoursIncreased === null ? "–" : t("hours", { hours: row.hoursIncreased })}
              </Cell>
              <Cell className="whitespace-nowrap">
                <TriageBadge level={row.level} />
              </Cell>
              <Cell>
                <Fired row={row} />
              </Cell>
              <Cell>
                <Worrying worrying={row.worrying} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** The rules of the resulting level; what is milder opens on demand. */
function Fired({ row: { fired, level, missing } }: { row: CheckInLine }) {
  const t = useTranslations("patientRecord.checkIns");
  const deciding = fired.filter((rule) => rule.level === level);
  const milder = fired.filter((rule) => rule.level !== level);
  if (fired.length === 0 && missing === 0) return <>–</>;
  return (
    <div className="grid min-w-48 gap-1">
      <Rules rules={deciding} />
      {missing === 0 ? null : <p className="text-ink-3">{t("missing", { count: missing })}</p>}
      {milder.length === 0 ? null : (
        <Disclosure summary={t("milder", { count: milder.length })}>
          <Rules rules={milder} />
        </Disclosure>
      )}
    </div>
  );
}

function Rules({ rules }: { rules: CheckInLine["fired"] }) {
  const locale = useLocale();
  return (
    <ul className="grid gap-1">
      {rules.map(({ rule, name, source }) => (
        <li key={rule}>
          {name?.[locale] ?? rule}
          <div className="text-12 text-ink-3">
            <SourceIds ids={source} />
          </div>
        </li>
      ))}
    </ul>
  );
}
