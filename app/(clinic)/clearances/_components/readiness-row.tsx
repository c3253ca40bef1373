import { useLocale, useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/small-parts";
import { CriterionList } from "./criterion-list";
import { EvidenceRow, type RowProps } from "./evidence-row";

/** What the next phase still lacks. Decisions of before readiness was kept have none. */
export function ReadinessRow({ evidence: { readiness } }: RowProps) {
  const t = useTranslations("clearances.evidence");
  const locale = useLocale();
  if (!readiness) {
    return (
      <EvidenceRow
        end={null}
        main={<span className="text-ink-2">{t("noReadiness")}</span>}
        second={null}
        term={t("readiness")}
      />
    );
  }
  const { phase, name, ready, criteria } = readiness;
  const missing = criteria.filter(({ state }) => state !== "met");
  const count = (state: string) => criteria.filter((criterion) => criterion.state === state).length;
  return (
    <EvidenceRow
      end={null}
      main={
        <>
          <strong className="font-semibold">{t(ready ? "ready" : "notReady", { phase })}</strong>
          <div className="text-ink-3">
            {name[locale]}. {t("criteria", { met: count("met"), all: criteria.length, unknown: count("unknown") })}
          </div>
        </>
      }
      second={
        missing.length === 0 ? null : (
          <Disclosure summary={t("missing", { count: missing.length })}>
            <CriterionList criteria={missing} />
          </Disclosure>
        )
      }
      term={t("readiness")}
    />
  );
}
