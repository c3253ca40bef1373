import { useTranslations } from "next-intl";
import { ConditionsRow } from "./conditions-row";
import { EvidenceRow, type RowProps, type SourceTitles } from "./evidence-row";
import { InForceRow } from "./in-force-row";
import { OpensRow } from "./opens-row";
import { PainRow } from "./pain-row";
import { TimeRow } from "./time-row";

/** The evidence in its fixed order, so that the eye learns it: time, pain, function, conditions, in force, what a yes opens. */
export function EvidenceList({ sources, ...row }: RowProps & { sources: SourceTitles }) {
  const t = useTranslations("clearances.evidence");
  return (
    <div aria-label={t("label")} className="rounded-10 border border-line bg-surface px-4" role="group">
      <dl className="divide-y divide-line">
        <TimeRow {...row} sources={sources} />
        <PainRow {...row} />
        <EvidenceRow
          end={null}
          main={<span className="text-ink-2">{t("noFunction")}</span>}
          second={null}
          term={t("function")}
        />
        <ConditionsRow {...row} />
        <InForceRow {...row} />
        <OpensRow {...row} />
      </dl>
    </div>
  );
}
