"use client";

import { useTranslations } from "next-intl";
import { memo, type RefObject, useRef } from "react";
import { useDrop } from "react-aria-components";
import { Shape } from "@/components/clinical/shape";
import type { Builder } from "../builder-context";
import { exerciseDrag, lineDrag } from "./exercise-drag";
import type { PhaseInDraft } from "./phase-facts";
import type { LineDrops } from "./use-line-drops";

type Props = Pick<PhaseInDraft, "n" | "state" | "worst"> & {
  name: string;
  /** How many lines it has. */
  count: number;
  acts: RefObject<Pick<Builder, "openPhase"> & { drop: LineDrops }>;
  isTab?: boolean;
  isOpen?: boolean;
};

/**
 * Another phase, 32 px wide: opens on a click, and takes what is dropped on it at its end. `isTab`: lying, where phases are tabs. Reads nothing of
 * the builder: it is drawn again when something of it changes, not with every key.
 */
export const PhaseSpine = memo(function PhaseSpine({
  n,
  name,
  state,
  worst,
  count,
  acts,
  isTab = false,
  isOpen = false,
}: Props) {
  const t = useTranslations("program.tray");
  const states = useTranslations("status.phase");
  const severities = useTranslations("status.severity");
  const ref = useRef<HTMLButtonElement>(null);
  const { dropProps, isDropTarget } = useDrop({
    ref,
    getDropOperation: (types) => (types.has(exerciseDrag) ? "copy" : types.has(lineDrag) ? "move" : "cancel"),
    onDrop: ({ items }) => void acts.current.drop(items, n, null),
    onDropActivate: () => acts.current.openPhase(n),
  });
  const isWorse = worst !== "clear";
  const label = t("spine", {
    ...{ n, phase: name, count },
    state: states(state),
    verdict: isWorse ? severities(worst) : "none",
  });
  const look = isTab
    ? "h-9 flex-none flex-row gap-1.5 rounded-t-6 border-b-2 border-transparent px-2.5 aria-current:border-accent aria-current:font-semibold aria-current:text-ink"
    : "w-8 flex-none flex-col gap-2 rounded-10 border border-line bg-surface py-2.5 hover:bg-inset";
  return (
    <button
      {...dropProps}
      aria-current={isOpen ? "true" : undefined}
      aria-label={label}
      className={`flex items-center font-medium text-ink-2 ${look} ${isDropTarget ? "bg-accent-tint! text-accent-ink" : ""}`}
      onClick={() => acts.current.openPhase(n)}
      ref={ref}
      title={`${n} ${name}`}
      type="button"
    >
      <Shape name={state} />
      {isTab ? (
        n
      ) : (
        <span className="min-h-0 flex-1 overflow-hidden text-start whitespace-nowrap [writing-mode:vertical-rl]">
          <b className="font-title">{n}</b> {name}
        </span>
      )}
      {isWorse ? <Shape name={worst} /> : null}
      <span className="rounded-full bg-sunken px-1.5 text-12">{count}</span>
    </button>
  );
});
