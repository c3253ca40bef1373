import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Cell, GroupRow, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { phaseStarts } from "@/lib/clinical/timeline";
import type { DatedProtocol } from "@/lib/records/episodes/load-episode";

/** The first day of every phase as it stands, and as it would be with another shift. */
export function PhaseStartsTable({
  protocols,
  from,
  to,
}: {
  protocols: readonly DatedProtocol[];
  /** Days. */
  from: number;
  to: number;
}) {
  const t = useTranslations("episode.timeline");
  const format = useFormatter();
  const locale = useLocale();
  const when = ({ day, on }: { day: number; on: string }) =>
    t("dayOn", { day, date: format.dateTime(new Date(on), "dayYear") });
  const moves = from !== to;
  return (
    <Table caption={t("moves")}>
      <thead>
        <tr>
          <HeadCell>{t("phase")}</HeadCell>
          <HeadCell>{t("before")}</HeadCell>
          {moves ? <HeadCell>{t("after")}</HeadCell> : null}
        </tr>
      </thead>
      {protocols.map(({ id, title, phases, anchor }) => {
        const then = new Map(phaseStarts(phases, anchor, to).map((start) => [start.n, start]));
        return (
          <tbody key={id}>
            {protocols.length > 1 ? <GroupRow columns={moves ? 3 : 2} title={title[locale]} /> : null}
            {phaseStarts(phases, anchor, from).map((now) => {
              const moved = then.get(now.n);
              return (
                <Row isCompact key={now.n}>
                  <RowHead className="font-normal!">
                    {now.n} {now.name[locale]}
                  </RowHead>
                  <Cell className="whitespace-nowrap">{when(now)}</Cell>
                  {moves ? (
                    <Cell className="whitespace-nowrap">
                      {moved === undefined || moved.day === now.day ? (
                        <span className="text-ink-3">{t("same")}</span>
                      ) : (
                        <strong className="font-semibold">{when(moved)}</strong>
                      )}
                    </Cell>
                  ) : null}
                </Row>
              );
            })}
          </tbody>
        );
      })}
    </Table>
  );
}
