import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Evidence } from "@/lib/records/clearances/evidence";
import { ConditionsRow } from "./conditions-row";
import { InForceRow } from "./in-force-row";
import { OpensRow } from "./opens-row";
import { PainRow } from "./pain-row";
import { TimeRow } from "./time-row";

export type SourceTitles = Readonly<Record<string, { title: string; href?: string }>>;
export type RowProps = { evidence: Evidence; timeZone: string };

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

/** One row: the finding, a picture or second column, and the day or source at the right. */
export function EvidenceRow({
  term,
  main,
  second,
  end,
}: {
  term: string;
  main: ReactNode;
  second: ReactNode;
  end: ReactNode;
}) {
  return (
    <div className="grid gap-x-5 gap-y-2 py-3 md:grid-cols-[86px_minmax(0,1.2fr)_minmax(0,1fr)_96px]">
      <dt className="text-12 font-semibold text-ink-2">{term}</dt>
      <dd className="min-w-0">{main}</dd>
      {second === null ? <dd className="max-md:hidden" /> : <dd className="min-w-0">{second}</dd>}
      {end === null ? (
        <dd className="max-md:hidden" />
      ) : (
        <dd className="min-w-0 text-12 text-ink-3 md:text-end">{end}</dd>
      )}
    </div>
  );
}
