import type { ReactNode } from "react";
import type { Evidence } from "@/lib/records/clearances/evidence";

export type SourceTitles = Readonly<Record<string, { title: string; href?: string }>>;
/** `isPast`: the evidence of a decision that was made on its day, read again later. */
export type RowProps = { evidence: Evidence; timeZone: string; isPast?: boolean };

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
