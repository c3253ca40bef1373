import { useTranslations } from "next-intl";
import { UnverifiedMark } from "@/components/clinical/unverified-mark";
import { AppLink } from "@/components/ui/app-link";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { PartCount } from "@/lib/records/settings/load-settings-page";

/** The kinds of numbers with how many of each nobody has confirmed; each leads to its numbers. */
export function PartTable({ parts }: { parts: readonly PartCount[] }) {
  const t = useTranslations("settings");
  const columns = ["all", "unverified", "changed"] as const;
  const total = (of: (typeof columns)[number]) => parts.reduce((sum, part) => sum + part[of], 0);
  return (
    <div className="px-1.5 pb-3">
      <Table caption={t("review.what")}>
        <thead>
          <tr>
            <HeadCell>{t("review.columns.part")}</HeadCell>
            {columns.map((column) => (
              <HeadCell className="text-end!" key={column}>
                {t(`review.columns.${column}`)}
              </HeadCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts
            .filter(({ all }) => all > 0)
            .map((part) => (
              <Row isCompact key={part.part}>
                <RowHead className="font-medium!">
                  <AppLink className="link-alone" href={`/settings?part=${part.part}`}>
                    {t(`parts.${part.part}`)}
                  </AppLink>
                </RowHead>
                <Cell className="text-end tabular-nums">{part.all}</Cell>
                <Cell className="text-end whitespace-nowrap tabular-nums">
                  {part.unverified} {part.unverified > 0 ? <UnverifiedMark /> : null}
                </Cell>
                <Cell className="text-end tabular-nums">{part.changed}</Cell>
              </Row>
            ))}
          <Row isCompact>
            <RowHead>{t("review.total")}</RowHead>
            {columns.map((column) => (
              <Cell className="text-end font-semibold tabular-nums" key={column}>
                {total(column)}
              </Cell>
            ))}
          </Row>
        </tbody>
      </Table>
    </div>
  );
}
