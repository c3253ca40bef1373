import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Shape } from "./shape";
import type { PhaseState } from "./status-badges";

export type LadderPhase = {
  n: number;
  name: string;
  state: PhaseState;
  /** The days of the phase or when it opens, in words. */
  when?: string | undefined;
  /** Who opened it, what is missing. */
  detail?: ReactNode;
  /** What can be opened, or is asked about now. */
  body?: ReactNode;
};

/** The phases from the first to the last on a rail that is filled up to now. */
export function PhaseLadder({ phases }: { phases: readonly LadderPhase[] }) {
  const t = useTranslations("status");
  return (
    <ol aria-label={t("ladder.label")}>
      {phases.map(({ n, name, state, when, detail, body }, index) => {
        const isNow = state === "now" || state === "held" || state === "stepped-back";
        return (
          <li
            aria-current={isNow ? "step" : undefined}
            className="relative grid grid-cols-[20px_minmax(0,1fr)] gap-x-2.5 py-2"
            key={n}
          >
            {index === phases.length - 1 ? null : (
              <span
                aria-hidden="true"
                className={`absolute top-7.5 -bottom-2 left-2.25 w-0.5 ${state === "done" ? "bg-phase-4" : "bg-line"}`}
              />
            )}
            <Shape name={state} size={20} />
            <div className="min-w-0">
              <div className="flex flex-wrap items-baseline gap-x-3">
                <span className={isNow ? "text-14 font-title patient:text-18" : "font-medium"}>
                  {n} {name}
                </span>
                <span className="sr-only">{t(`phase.${state}`)}</span>
                {when === undefined ? null : <span className="ms-auto text-12 text-ink-3 roomy:text-16">{when}</span>}
              </div>
              {detail === undefined ? null : <div className="text-12 text-ink-3 roomy:text-16">{detail}</div>}
              {body === undefined ? null : <div className="pt-1">{body}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
