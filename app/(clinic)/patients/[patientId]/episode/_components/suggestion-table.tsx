import { useLocale, useTranslations } from "next-intl";
import { UnverifiedMark, unverifiedSource } from "@/components/clinical/unverified-mark";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import { suggestTimeline, type Healing, type TimelineModifier } from "@/lib/clinical/timeline";

/** What speaks for a later timeline, factor by factor with its reason and mark. */
export function SuggestionTable({ healing, modifiers }: { healing: Healing; modifiers: readonly TimelineModifier[] }) {
  const t = useTranslations("episode.timeline");
  const locale = useLocale();
  const { applied, fromDays, toDays } = suggestTimeline(healing, modifiers);
  return (
    <div className="grid gap-1.5">
      <h3 className="text-14 font-title">
        {t("suggestion")}: {t("suggested", { from: fromDays, to: toDays })}
      </h3>
      {applied.length === 0 ? (
        <p className="text-ink-2">{t("noFactor")}</p>
      ) : (
        <Table caption={t("suggestion")}>
          <thead>
            <tr>
              {(["factor", "why", "days"] as const).map((column) => (
                <HeadCell key={column}>{t(column)}</HeadCell>
              ))}
            </tr>
          </thead>
          <tbody>
            {applied.map((factor) => (
              <Row isCompact key={factor.id}>
                <RowHead>{factor.label[locale]}</RowHead>
                <Cell>{factor.because[locale]}</Cell>
                <Cell className="whitespace-nowrap">
                  {t("range", { from: factor.fromDays, to: factor.toDays })}{" "}
                  {factor.source.includes(unverifiedSource) ? <UnverifiedMark /> : null}
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      <p className="text-12 text-ink-3">{t("notAdded")}</p>
    </div>
  );
}
