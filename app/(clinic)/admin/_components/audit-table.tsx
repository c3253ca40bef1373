import { useFormatter, useTranslations } from "next-intl";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { AuditLine } from "@/lib/records/people/load-people";

/** The latest acts, newest first. An act's name is the record's own, so that it can be searched for. */
export function AuditTable({ lines, timeZone }: { lines: readonly AuditLine[]; timeZone: string }) {
  const t = useTranslations("admin.audit");
  const format = useFormatter();
  return (
    <div className="px-1.5 pb-3">
      <Table caption={t("title")}>
        <thead>
          <tr>
            {(["time", "person", "act", "subject", "outcome"] as const).map((column) => (
              <HeadCell key={column}>{t(`columns.${column}`)}</HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row isCompact key={line.id}>
              <RowHead className="font-normal! whitespace-nowrap">
                {format.dateTime(new Date(line.at), "dayTime", { timeZone })}
              </RowHead>
              <Cell>{line.actorName ?? t("system")}</Cell>
              <Cell className="text-ink-2">{line.act}</Cell>
              <Cell className="text-ink-2">{line.subjectKind}</Cell>
              <Cell className={line.outcome === "done" ? "text-ink-3" : "font-semibold text-stop-ink"}>
                {line.outcome === "done" ? t("done") : line.outcome === "denied" ? t("denied") : line.outcome}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
