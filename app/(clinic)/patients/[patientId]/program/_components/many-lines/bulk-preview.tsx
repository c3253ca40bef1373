"use client";

import { useLocale, useTranslations } from "next-intl";
import { DosageLine } from "@/components/clinical/dosage-cells";
import { StatusBadge, VerdictBadge } from "@/components/clinical/status-badges";
import type { ClinicalContent, Dosage } from "@/lib/clinical/facts";
import type { Draft } from "@/lib/draft/draft";
import { useBuilder } from "../builder-context";

export type PreviewRow = { id: string; before: Dosage | null; isChanged: boolean };

/** Lines as they would be, with the verdict of each for this patient, before anything is done; by phase where there are several. */
export function DraftPreview({
  caption,
  next,
  rows,
  content,
}: {
  caption: string;
  /** The draft as it would be. */
  next: Draft;
  rows: readonly PreviewRow[];
  /** With the facts of every line of it. */
  content: ClinicalContent;
}) {
  const t = useTranslations("program.preview");
  const held = useTranslations("program.held");
  const locale = useLocale();
  const { page, judge } = useBuilder();
  const answer = judge(next.lines, content);
  const judged = next.lines.map((line, index) => ({ line, found: answer[index] }));
  const shown = judged.flatMap(({ line, found }) => {
    const row = rows.find(({ id }) => id === line.id);
    return row ? [{ line, found, row }] : [];
  });
  const phases = [...new Set(shown.map(({ line }) => line.phase))];
  const hasBefore = rows.some(({ before }) => before !== null);
  const head = "py-1 pe-3 text-start font-medium";
  return (
    <div
      className="max-h-72 overflow-auto rounded-6 border border-line"
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table className="w-full text-13">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-inset">
          <tr className="text-12 text-ink-3">
            <th className={`${head} ps-3`} scope="col">
              {t("line")}
            </th>
            {hasBefore ? (
              <th className={head} scope="col">
                {t("before")}
              </th>
            ) : null}
            <th className={head} scope="col">
              {hasBefore ? t("after") : t("dosage")}
            </th>
            <th className={head} scope="col">
              {t("verdict")}
            </th>
          </tr>
        </thead>
        {phases.map((phase) => (
          <tbody key={phase}>
            {phases.length > 1 ? (
              <tr className="border-t border-line bg-inset">
                <th className="px-3 py-1 text-start text-12 font-semibold" colSpan={hasBefore ? 4 : 3} scope="rowgroup">
                  {t("phase", { n: phase, name: page.phases.find(({ n }) => n === phase)?.name[locale] ?? "" })}
                </th>
              </tr>
            ) : null}
            {shown
              .filter(({ line }) => line.phase === phase)
              .map(({ line, found, row }) => (
                <tr className="border-t border-line align-top" key={line.id}>
                  <th className="py-1.5 ps-3 pe-3 text-start font-medium" scope="row">
                    {content.exercises[line.exercise]?.name[locale] ?? line.exercise}
                  </th>
                  {hasBefore ? (
                    <td className="py-1.5 pe-3 text-ink-2">
                      {row.before === null ? "–" : <DosageLine dosage={row.before} />}
                    </td>
                  ) : null}
                  <td className={`py-1.5 pe-3 ${row.isChanged ? "font-semibold" : "text-ink-3"}`}>
                    {row.isChanged ? <DosageLine dosage={line.dosage} /> : t("same")}
                  </td>
                  <td className="py-1.5 pe-3">
                    {found === undefined ? null : found.heldBack ? (
                      <StatusBadge
                        shape={found.heldBack.until === "clearance" ? "requested" : "needs-clearance"}
                        word={held(`${found.heldBack.until}Short`)}
                      />
                    ) : (
                      <VerdictBadge verdict={found.verdict} />
                    )}
                  </td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
