"use client";

import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { SourceTitles } from "@/components/clinical/finding-line";
import { StatusBadge, VerdictBadge } from "@/components/clinical/status-badges";
import { stricterOf, type Severity } from "@/lib/clinical/finding";
import type { SignedLine, SigningInput } from "@/lib/clinical/signing";
import { addDays } from "@/lib/dates";
import type { BuilderPhase, ProgramPage } from "@/lib/records/programs/load-program";
import type { DraftLine } from "@/lib/schemas/program";
import { Alternatives } from "./alternatives";
import { LineEditor } from "./line-editor";
import type { DraftChange } from "./use-draft";

export type JudgedLine = { line: DraftLine; judged: SignedLine | undefined };

/** One phase of the draft: its days, its lines with their findings, and what else the template has for it. */
export function PhaseSection({
  phase,
  page,
  judged,
  input,
  isNow,
  sources,
  change,
}: {
  phase: BuilderPhase;
  page: ProgramPage;
  judged: readonly JudgedLine[];
  input: SigningInput;
  isNow: boolean;
  sources: SourceTitles;
  change: (change: DraftChange) => void;
}) {
  const t = useTranslations("program");
  const locale = useLocale();
  const format = useFormatter();
  const day = phase.dayStart + (phase.n >= 3 ? (page.situation.shiftDays ?? 0) : 0);
  const opens = addDays(page.situation.anchor, day);
  const worst = judged.reduce<Severity>(
    (found, line) => (line.judged && !line.judged.heldBack ? stricterOf(found, line.judged.verdict) : found),
    "clear",
  );
  return (
    <details className="group rounded-10 border border-line bg-surface" open={isNow}>
      <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
        <StatusBadge isWordHidden={!isNow} shape={isNow ? "now" : "not-yet"} word={isNow ? t("now") : t("notNow")} />
        <h3 className="text-14 font-title">
          {phase.n} {phase.name[locale]}
        </h3>
        <span className="text-12 text-ink-3">
          {t("phaseDays", { day, date: format.dateTime(new Date(opens), "dayYear") })}
        </span>
        <span className="ms-auto flex items-center gap-3">
          {t("lines", { count: judged.length })}
          {judged.length > 0 ? <VerdictBadge verdict={worst} /> : null}
        </span>
      </summary>
      <div className="border-t border-line">
        {judged.length === 0 ? <p className="px-4 py-3 text-ink-2">{t("noLines")}</p> : null}
        <ol>
          {judged.map(({ line, judged: found }, index) => (
            <LineEditor
              anchor={page.situation.anchor}
              change={change}
              facts={page.content.exercises[line.exercise]}
              found={found}
              isFirst={index === 0}
              isLast={index === judged.length - 1}
              key={line.id}
              line={line}
              phases={page.phases}
              sources={sources}
            />
          ))}
        </ol>
        <Alternatives
          change={change}
          content={page.content}
          input={input}
          phase={phase}
          settings={page.settings}
          taken={judged.map(({ line }) => line.exercise)}
        />
      </div>
    </details>
  );
}
