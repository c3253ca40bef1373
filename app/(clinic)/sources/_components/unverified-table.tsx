import { useTranslations } from "next-intl";
import { UnverifiedMark } from "@/components/clinical/unverified-mark";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { UnverifiedCount } from "@/lib/records/library/load-sources";

/** By kind, how many carry a number that nobody has confirmed. */
export function UnverifiedTable({ counts }: { counts: readonly UnverifiedCount[] }) {
  const t = useTranslations("sources");
  return (
    <div className="px-1.5 pb-3">
      <Table caption={t("unverified.title")}>
        <thead>
          <tr>
            <HeadCell>{t("columns.kind")}</HeadCell>
            <HeadCell className="text-end!">{t("columns.all")}</HeadCell>
            <HeadCell className="text-end!">{t("columns.unverified")}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ kind, all, unverified }) => (
            <Row isCompact key={kind}>
              <RowHead className="font-medium!">{t(`kinds.${kind}`)}</RowHead>
              <Cell className="text-end tabular-nums">{all}</Cell>
              <Cell className="text-end whitespace-nowrap tabular-nums">
                {unverified} {unverified > 0 ? <UnverifiedMark /> : null}
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
