import { useFormatter, useTranslations } from "next-intl";
import { TriageBadge } from "@/components/clinical/status-badges";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { Overview } from "@/lib/records/patients/load-overview";

/** The five newest check-ins. */
export function LatestCheckIns({
  overview: { checkIns, checkInCount },
  patientId,
  timeZone,
}: {
  overview: Overview;
  patientId: string;
  timeZone: string;
}) {
  const t = useTranslations("patientRecord.checkIns");
  const format = useFormatter();
  const score = (value: number | null) => value ?? "–";
  return (
    <Card
      actions={
        checkInCount === 0 ? undefined : (
          <AppLink className="link-alone" href={`/patients/${patientId}/check-ins`}>
            {t("all", { count: checkInCount })}
          </AppLink>
        )
      }
      isFlush
      title={t("title")}
    >
      {checkIns.length === 0 ? (
        <p className="px-4 pb-4 text-ink-2">{t("none")}</p>
      ) : (
        <div className="px-1.5 pb-2">
          <Table caption={t("latest")}>
            <thead>
              <tr>
                {(["day", "before", "worst", "after", "raised", "result"] as const).map((column) => (
                  <HeadCell key={column}>{t(`columns.${column}`)}</HeadCell>
                ))}
              </tr>
            </thead>
            <tbody>
              {checkIns.map((row) => (
                <Row isCompact key={row.id}>
                  <RowHead className="font-normal! whitespace-nowrap">
                    {format.dateTime(new Date(row.reportedAt), "dayTime", { timeZone })}
                  </RowHead>
                  <Cell className="font-semibold text-pain">{score(row.nprsBefore)}</Cell>
                  <Cell>{score(row.nprsDuring)}</Cell>
                  <Cell>{score(row.nprsAfter)}</Cell>
                  <Cell>{row.hoursIncreased === null ? "–" : t("hours", { hours: row.hoursIncreased })}</Cell>
                  <Cell>
                    <TriageBadge level={row.level} />
                  </Cell>
                </Row>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </Card>
  );
}
