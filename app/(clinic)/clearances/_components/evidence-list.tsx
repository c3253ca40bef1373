import { useTranslations } from "next-intl";
import { ConditionsRow } from "./conditions-row";
import type { RowProps, SourceTitles } from "./evidence-row";
import { FunctionRow } from "./function-row";
import { InForceRow } from "./in-force-row";
import { OpensRow } from "./opens-row";
import { PainRow } from "./pain-row";
import { ReadinessRow } from "./readiness-row";
import { TimeRow } from "./time-row";

/** The evidence in its fixed order, so that the eye learns it: time, readiness, pain, function, conditions, in force, what a yes opens. */
export function EvidenceList({ sources, ...row }: RowProps & { sources: SourceTitles }) {
  const t = useTranslations("clearances.evidence");
  return (
    <div aria-label={t("label")} className="rounded-10 border border-line bg-surface px-4" role="group">
      <dl className="divide-y divide-line">
        <TimeRow {...row} sources={sources} />
        <ReadinessRow {...row} />
        <PainRow {...row} />
        <FunctionRow {...row} />
        <ConditionsRow {...row} />
        <InForceRow {...row} />
        <OpensRow {...row} />
      </dl>
    </div>
  );
}
