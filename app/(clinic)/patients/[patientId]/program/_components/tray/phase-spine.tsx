"use client";

import { useLocale, useTranslations } from "next-intl";
import { useRef } from "react";
import { useDrop } from "react-aria-components";
import { Shape } from "@/components/clinical/shape";
import { useBuilder } from "../builder-context";
import { exerciseDrag, lineDrag } from "./exercise-drag";
import type { PhaseInDraft } from "./phase-facts";
import { useLineDrops } from "./use-line-drops";

/** Another phase, 32 px wide: opens on a click, and takes what is dropped on it at its end. `isTab`: lying, where phases are tabs. */
export function PhaseSpine({
  phase,
  isTab = false,
  isOpen = false,
}: {
  phase: PhaseInDraft;
  isTab?: boolean;
  isOpen?: boolean;
}) {
  const t = useTranslations("program.tray");
  const states = useTranslations("status.phase");
  const severities = useTranslations("status.severity");
  const locale = useLocale();
  const { openPhase } = useBuilder();
  const drop = useLineDrops();
  const ref = useRef<HTMLButtonElement>(null);
  const { dropProps, isDropTarget } = useDrop({
    ref,
    getDropOperation: (types) => (types.has(exerciseDrag) ? "copy" : types.has(lineDrag) ? "move" : "cancel"),
    onDrop: ({ items }) => void drop(items, phase.n, null),
    onDropActivate: () => openPhase(phase.n),
  });
  const isWorse = phase.worst !== "clear";
  const name = t("spine", {
    n: phase.n,
    phase: phase.name[locale],
    state: states(phase.state),
    count: phase.inDraft.length,
    verdict: isWorse ? severities(phase.worst) : "none",
  });
  const look = isTab
    ? "h-9 flex-none flex-row gap-1.5 rounded-t-6 border-b-2 border-transparent px-2.5 aria-current:border-accent aria-current:font-semibold aria-current:text-ink"
    : "w-8 flex-none flex-col gap-2 rounded-10 border border-line bg-surface py-2.5 hover:bg-inset";
  return (
    <button
      {...dropProps}
      aria-current={isOpen ? "true" : undefined}
      aria-label={name}
      className={`flex items-center font-medium text-ink-2 ${look} ${isDropTarget ? "bg-accent-tint! text-accent-ink" : ""}`}
      onClick={() => openPhase(phase.n)}
      ref={ref}
      title={`${phase.n} ${phase.name[locale]}`}
      type="button"
    >
      <Shape name={phase.state} />
      {isTab ? (
        phase.n
      ) : (
        <span className="min-h-0 flex-1 overflow-hidden text-start whitespace-nowrap [writing-mode:vertical-rl]">
          <b className="font-title">{phase.n}</b> {phase.name[locale]}
        </span>
      )}
      {isWorse ? <Shape name={phase.worst} /> : null}
      <span className="rounded-full bg-sunken px-1.5 text-12">{phase.inDraft.length}</span>
    </button>
  );
}
