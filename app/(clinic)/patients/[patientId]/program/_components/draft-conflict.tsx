"use client";

import { useLocale, useTranslations } from "next-intl";
import { useDosageWords } from "@/components/clinical/dosage-cells";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { VisuallyHidden } from "@/components/ui/small-parts";
import type { ClinicalContent } from "@/lib/clinical/facts";
import type { DraftLine, StandingDraft } from "@/lib/schemas/program";
import type { Draft } from "./use-draft";

/** Two people changed the draft: both states side by side, line by line, and a choice. Nothing is lost until somebody chooses. */
export function DraftConflict({
  mine,
  standing,
  content,
  onSettle,
}: {
  mine: Draft;
  standing: StandingDraft;
  content: ClinicalContent;
  onSettle: (standing: StandingDraft, keeps: "mine" | "theirs") => void;
}) {
  const t = useTranslations("program.conflict");
  const locale = useLocale();
  const words = useDosageWords();
  const describe = (line: DraftLine | undefined) =>
    line === undefined
      ? t("absent")
      : [
          t("inPhase", { phase: line.phase }),
          words("dose", line.dosage),
          words("hold", line.dosage),
          words("perDay", line.dosage) && t("perDay", { n: words("perDay", line.dosage) ?? "" }),
          words("perWeek", line.dosage) && t("perWeek", { n: words("perWeek", line.dosage) ?? "" }),
          line.overrideReason,
          line.noteToPatient,
        ]
          .filter(Boolean)
          .join(" · ");
  const ids = [...new Set([...mine.lines, ...standing.lines].map(({ id }) => id))];
  const rows = ids.flatMap((id) => {
    const [own, other] = [mine.lines.find((line) => line.id === id), standing.lines.find((line) => line.id === id)];
    const exercise = own?.exercise ?? other?.exercise ?? "";
    const [left, right] = [describe(own), describe(other)];
    return left === right ? [] : [{ id, name: content.exercises[exercise]?.name[locale] ?? exercise, left, right }];
  });
  return (
    <Notice
      actions={
        <>
          <Button onClick={() => onSettle(standing, "mine")} variant="primary">
            {t("keepMine")}
          </Button>
          <Button onClick={() => onSettle(standing, "theirs")}>{t("takeTheirs", { name: standing.changedBy })}</Button>
        </>
      }
      isLive
      title={t("title", { name: standing.changedBy })}
      tone="warn"
    >
      <table className="mt-2 w-full text-13">
        <caption>
          <VisuallyHidden>{t("differences")}</VisuallyHidden>
        </caption>
        <thead>
          <tr className="text-start text-12 text-ink-3">
            <th className="py-1 pe-3 text-start font-medium">{t("line")}</th>
            <th className="py-1 pe-3 text-start font-medium">{t("mine")}</th>
            <th className="py-1 text-start font-medium">{standing.changedBy}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr className="border-t border-line" key={row.id}>
              <th className="py-1 pe-3 text-start font-medium" scope="row">
                {row.name}
              </th>
              <td className="py-1 pe-3">{row.left}</td>
              <td className="py-1">{row.right}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p>{t("same")}</p> : null}
    </Notice>
  );
}
