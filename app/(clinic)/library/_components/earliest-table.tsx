import { useLocale, useTranslations } from "next-intl";
import { UnverifiedMark, unverifiedSource } from "@/components/clinical/unverified-mark";
import { Cell, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { ClearanceKey } from "@/lib/clinical/facts";
import { clearanceWords } from "@/lib/clinical/words";
import type { EarliestInProtocol } from "@/lib/records/library/load-exercise";

/** From which day the exercise may be done, protocol by protocol; what no source confirms wears its mark. */
export function EarliestTable({
  protocols,
  clearanceKey,
}: {
  protocols: readonly EarliestInProtocol[];
  clearanceKey: ClearanceKey;
}) {
  const t = useTranslations("library.earliest");
  const locale = useLocale();
  return (
    <Table caption={t("protocol")}>
      <thead>
        <tr>
          <HeadCell>{t("protocol")}</HeadCell>
          <HeadCell>{t("rule")}</HeadCell>
          <HeadCell className="text-end!">{t("day")}</HeadCell>
          <HeadCell>{t("phase")}</HeadCell>
          <HeadCell>{t("clearance")}</HeadCell>
          <HeadCell>{t("basis")}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {protocols.map(({ id, title, earliest }) => (
          <Row isCompact key={id}>
            <RowHead className="font-medium!">{title[locale]}</RowHead>
            {earliest === null ? (
              <Cell className="text-ink-2" colSpan={5}>
                {t("unknown")}
              </Cell>
            ) : (
              <>
                <Cell className="min-w-40">{t(`rules.${earliest.rule}`)}</Cell>
                <Cell className="text-end tabular-nums">{earliest.day ?? <Absent words={t("none")} />}</Cell>
                <Cell className="min-w-36">
                  {earliest.phase === null ? (
                    <Absent words={t("none")} />
                  ) : (
                    t("phaseNamed", { n: earliest.phase, name: earliest.phaseName?.[locale] ?? "" })
                  )}
                </Cell>
                <Cell>
                  {earliest.clearance ? clearanceWords[clearanceKey][locale] : <Absent words={t("notNeeded")} />}
                </Cell>
                <Cell className="whitespace-nowrap">
                  {earliest.basis === unverifiedSource ? <UnverifiedMark /> : t("sourced")}
                </Cell>
              </>
            )}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Absent({ words }: { words: string }) {
  return (
    <span className="text-ink-3">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
