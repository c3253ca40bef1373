import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Finding, severities } from "@/lib/clinical/finding";
import { Disclosure } from "../ui/small-parts";
import { FindingLine, type SourceTitles } from "./finding-line";

/** All findings of a line, worst first; from the third on they open on demand. The ways out stand in the first one. */
export function FindingList({
  findings,
  sources = {},
  reason,
  actions,
  areSourcesApart = false,
}: {
  findings: readonly Finding[];
  sources?: SourceTitles;
  /** The written reason; stands under the first override. */
  reason?: { text: string; by: string } | undefined;
  actions?: ReactNode;
  /** Sources open in a tab of their own: something is being written here. */
  areSourcesApart?: boolean;
}) {
  const t = useTranslations("status.findings");
  const rank = (finding: Finding) => severities.indexOf(finding.severity);
  const sorted = [...findings].sort((a, b) => rank(b) - rank(a));
  const rest = sorted.slice(2);
  const overridden = sorted.find((finding) => finding.severity === "override");
  const line = (finding: Finding, index: number) => (
    <li key={`${finding.rule}-${index}`}>
      <FindingLine
        actions={finding === sorted[0] ? actions : undefined}
        areSourcesApart={areSourcesApart}
        finding={finding}
        reason={finding === overridden ? reason : undefined}
        sources={sources}
      />
    </li>
  );
  if (sorted.length === 0) return null;
  return (
    <div className="grid gap-1.5">
      <ul className="grid gap-1.5">{sorted.slice(0, 2).map(line)}</ul>
      {rest.length === 0 ? null : (
        <Disclosure
          summary={t("more", { findings: rest.length, sources: new Set(rest.flatMap(({ source }) => source)).size })}
        >
          <ul className="grid gap-1.5">{rest.map(line)}</ul>
        </Disclosure>
      )}
    </div>
  );
}
