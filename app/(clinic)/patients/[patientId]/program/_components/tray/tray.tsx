"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useBuilder } from "../builder-context";
import { PhaseColumn } from "./phase-column";
import { type PhaseInDraft, usePhases } from "./phase-facts";
import { PhaseSpine } from "./phase-spine";
import { PhaseSummary } from "./phase-summary";
import { useLatest } from "./use-latest";
import { useLineDrops } from "./use-line-drops";

/** The phases side by side: the one in work wide, the next one in short, the others as spines; tabs where there is no room. */
export function Tray() {
  const t = useTranslations("program.tray");
  const locale = useLocale();
  const { phase: open, openPhase } = useBuilder();
  const acts = useLatest({ openPhase, drop: useLineDrops() });
  const phases = usePhases();
  const current = phases.find(({ n }) => n === open) ?? phases[0];
  if (!current) return null;
  const next = phases.find(({ n }) => n === current.n + 1);
  const before = phases.filter(({ n }) => n < current.n);
  const after = phases.filter(({ n }) => n > current.n);
  const spineOf = ({ n, name, state, worst, inDraft }: PhaseInDraft) => ({
    ...{ n, state, worst, name: name[locale] },
    count: inDraft.length,
  });
  return (
    <div
      aria-label={t("label")}
      className="@container/tray flex min-h-0 min-w-0 flex-1 flex-col"
      data-tray=""
      role="region"
    >
      <nav
        aria-label={t("phases")}
        className="flex overflow-x-auto border-b border-line bg-surface px-2 min-[56.25rem]:hidden"
      >
        {phases.map((phase) => (
          <PhaseSpine {...spineOf(phase)} acts={acts} isOpen={phase.n === current.n} isTab key={phase.n} />
        ))}
      </nav>
      <div className="flex min-h-0 flex-1 gap-1.5 p-2.5 max-md:p-1.5">
        {before.map((phase) => (
          <Side key={phase.n}>
            <PhaseSpine {...spineOf(phase)} acts={acts} />
          </Side>
        ))}
        <PhaseColumn key={current.n} phase={current} />
        {next ? (
          <div className="hidden @min-[51rem]/tray:flex">
            <PhaseSummary key={next.n} phase={next} />
          </div>
        ) : null}
        {after.map((phase) => (
          <Side isWhereNextIsNot={phase.n === next?.n} key={phase.n}>
            <PhaseSpine {...spineOf(phase)} acts={acts} />
          </Side>
        ))}
      </div>
    </div>
  );
}

/** A spine's place; the next phase has one only where it has no column. */
function Side({ children, isWhereNextIsNot = false }: { children: ReactNode; isWhereNextIsNot?: boolean }) {
  return (
    <div className={`hidden min-[56.25rem]:flex ${isWhereNextIsNot ? "@min-[51rem]/tray:hidden" : ""}`}>{children}</div>
  );
}
