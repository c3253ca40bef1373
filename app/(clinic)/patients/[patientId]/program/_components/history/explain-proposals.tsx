import { useFormatter, useLocale, useTranslations } from "next-intl";
import { TriageBadge } from "@/components/clinical/status-badges";
import { Card } from "@/components/ui/card";
import type { ProposalOfLine } from "@/lib/records/proposals/proposals-of-line";
import { SourceIds } from "../../../../../_components/source-ids";

/** What the dosage rule said of the line after each week, what became of it, and the check-ins that it rests on; nothing where no week was judged. */
export function ExplainProposals({ proposals }: { proposals: readonly ProposalOfLine[] }) {
  const t = useTranslations("proposals.explain");
  const locale = useLocale();
  const format = useFormatter();
  if (proposals.length === 0) return null;
  return (
    <Card title={t("title")}>
      <ul className="divide-y divide-line">
        {proposals.map((one) => (
          <li className="grid gap-0.5 py-2" key={one.id}>
            <p>
              <span className="font-semibold">{t("week", { date: format.dateTime(new Date(one.week), "day") })}:</span>{" "}
              {one.because[locale]} {one.findings.map(({ because }) => because[locale]).join(" ")}{" "}
              <SourceIds ids={[...new Set([...one.source, ...one.findings.flatMap(({ source }) => source)])]} />
            </p>
            <p className="text-ink-2">
              {t("state", {
                state: one.state === "left-out" ? "leftOut" : one.state,
                name: one.settledBy ?? "",
                reason: one.reason ?? "",
              })}{" "}
              {t("restsOn", {
                count: one.checkIns.length,
                percent: one.adherencePct === null ? t("none") : format.number(one.adherencePct / 100, "share"),
              })}
            </p>
            {one.checkIns.length === 0 ? null : (
              <ul className="flex flex-wrap gap-x-4 gap-y-1">
                {one.checkIns.map(({ id, onDay, level }) => (
                  <li className="inline-flex items-center gap-1.5" key={id}>
                    {format.dateTime(new Date(onDay), "weekday")} <TriageBadge level={level} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
