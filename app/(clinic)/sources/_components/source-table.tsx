import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { ListedSource } from "@/lib/records/library/load-sources";

/** Sources of one tier: the page of each, and how much rests on it. */
export function SourceTable({ caption, sources }: { caption: string; sources: readonly ListedSource[] }) {
  const t = useTranslations("sources");
  return (
    <div className="px-1.5 pb-3">
      <Table caption={caption}>
        <thead>
          <tr>
            <HeadCell>{t("columns.title")}</HeadCell>
            <HeadCell>{t("columns.id")}</HeadCell>
            <HeadCell className="text-end!">{t("columns.resting")}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ id, title, resting }) => (
            <Row isCompact key={id}>
              <RowHead className="min-w-60 font-medium!">
                <AppLink className="link-alone" href={`/sources/${id}`}>
                  {title}
                </AppLink>
              </RowHead>
              <Cell className="whitespace-nowrap text-ink-2">{id}</Cell>
              <Cell className="text-end tabular-nums">{resting}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
