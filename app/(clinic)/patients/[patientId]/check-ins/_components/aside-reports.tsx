import { useFormatter, useLocale, useTranslations } from "next-intl";
import { TriageBadge } from "@/components/clinical/status-badges";
import { Card } from "@/components/ui/card";
import { SubmitButton } from "@/components/ui/submit-button";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { AsideReport } from "@/lib/records/reports/aside-row";
import { seeReportAction } from "../actions";
import { Worrying } from "./worrying";

const columns = ["day", "said", "why", "result", "worrying", "read"] as const;

/** What the patient reported and what is no part of the record: what it said, why it is not there, and who has read it. */
export function AsideReports({ reports, timeZone }: { reports: readonly AsideReport[]; timeZone: string }) {
  const t = useTranslations("patientRecord.checkIns.aside");
  const format = useFormatter();
  const time = (at: string) => format.dateTime(new Date(at), "dayTime", { timeZone });
  return (
    <Card isFlush note={t("note")} title={t("title")}>
      <div className="px-1.5 pb-2">
        <Table caption={t("title")}>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeadCell key={column}>{t(`columns.${column}`)}</HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {reports.map(({ id, reportedAt, receivedAt, why, level, said, seenBy, seenAt }) => (
              <Row className="[&>*]:align-top!" key={id}>
                <RowHead className="font-normal! whitespace-nowrap">
                  {time(reportedAt)}
                  <div className="text-12 text-ink-3">{t("arrived", { when: time(receivedAt) })}</div>
                </RowHead>
                <Cell className="min-w-40">
                  <Said said={said} />
                </Cell>
                <Cell className="min-w-44">{t(`whys.${why}`)}</Cell>
                <Cell className="whitespace-nowrap">{level === null ? "–" : <TriageBadge level={level} />}</Cell>
                <Cell>{said.kind === "mark" ? "–" : <Worrying worrying={said.worrying} />}</Cell>
                <Cell>
                  {seenAt === null ? (
                    <form action={seeReportAction}>
                      <input name="reportId" type="hidden" value={id} />
                      <SubmitButton size="small" variant="secondary">
                        {t("see")}
                      </SubmitButton>
                    </form>
                  ) : (
                    <>
                      {seenBy}
                      <div className="text-12 whitespace-nowrap text-ink-3">{time(seenAt)}</div>
                    </>
                  )}
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </div>
    </Card>
  );
}

function Said({ said }: { said: AsideReport["said"] }) {
  const t = useTranslations("patientRecord.checkIns.aside");
  const checkIns = useTranslations("patientRecord.checkIns");
  const locale = useLocale();
  if (said.kind === "mark") {
    return (
      <>
        {said.exercise?.[locale] ?? t("unknownExercise")}
        <div className="text-ink-2">
          {t(`outcomes.${said.outcome}`)}
          {said.session > 1 ? ` · ${t("session", { n: said.session })}` : null}
        </div>
      </>
    );
  }
  const scores = [
    ["before", said.nprsBefore],
    ["worst", said.nprsDuring],
    ["after", said.nprsAfter],
  ] as const;
  const told = scores.filter(([, score]) => score !== null);
  return (
    <>
      {t("checkIn", { stage: checkIns(`stages.${said.stage}`) })}
      {told.length === 0 ? null : (
        <div className="text-pain">
          {told.map(([name, score]) => t(`pain.${name}`, { score: String(score) })).join(" · ")}
        </div>
      )}
    </>
  );
}
