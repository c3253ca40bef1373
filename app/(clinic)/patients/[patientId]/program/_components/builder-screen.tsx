"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { SourceTitles } from "@/components/clinical/finding-line";
import type { Day } from "@/lib/dates";
import type { Builder } from "./builder-context";
import type { DraftErrors } from "./draft/draft-errors";

export type BuilderPanel = "library" | "inspector";

/** What stays as it is while lines change: a line that reads only this is not drawn again for another line's sake. */
type Steady = {
  change: Builder["change"];
  /** Selects the line, unless it is among the selected ones. */
  touch: (id: string) => void;
  /** Null: days have no dates. */
  anchor: Day | null;
  sources: SourceTitles;
  /** Whose name stands under a reason. */
  signer: string;
  /** What could not be saved, by line and field. */
  errors: DraftErrors;
  LineMark: Builder["LineMark"];
};

/** What the parts of the builder's screen do to one another, beside the draft itself. */
export type BuilderScreen = Steady & {
  /** Puts the focus on a line after the next paint, wherever it stands then. */
  reveal: (id: string) => void;
  /** Says what happened to those who do not see it. */
  announce: (words: string) => void;
  /** What was typed into cells and fields that cannot take it, by their names: kept, shown, and not saved. */
  refused: ReadonlyMap<string, Refused>;
  refuse: (field: string, refused: Refused | null) => void;
  /** The panel that is open where there is no room beside the tray. */
  panel: BuilderPanel | null;
  openPanel: (panel: BuilderPanel | null) => void;
};
/** `line`: of which line it is a value. */
export type Refused = { line: string; typed: string; problem: string };

const ScreenContext = createContext<BuilderScreen | null>(null);

/**
 * @throws outside of the builder
 */
export function useBuilderScreen(): BuilderScreen {
  const screen = useContext(ScreenContext);
  if (!screen) throw new Error("useBuilderScreen stands outside of the builder");
  return screen;
}

export function BuilderScreenProvider({ children, ...steady }: Steady & { children: ReactNode }) {
  const [revealed, setRevealed] = useState<{ id: string } | null>(null);
  const [said, setSaid] = useState("");
  const [refused, setRefused] = useState<ReadonlyMap<string, Refused>>(new Map());
  const [panel, openPanel] = useState<BuilderPanel | null>(null);

  useEffect(() => {
    if (revealed === null) return;
    const frame = requestAnimationFrame(() => focusLine(revealed.id));
    return () => cancelAnimationFrame(frame);
  }, [revealed]);

  const { change, touch, anchor, sources, signer, errors, LineMark } = steady;
  const screen: BuilderScreen = {
    change,
    touch,
    anchor,
    sources,
    signer,
    errors,
    LineMark,
    reveal: (id) => setRevealed({ id }),
    announce: setSaid,
    refused,
    refuse: (field, next) =>
      setRefused((before) => {
        if (next === null && !before.has(field)) return before;
        const after = new Map(before);
        if (next === null) after.delete(field);
        else after.set(field, next);
        return after;
      }),
    panel,
    openPanel,
  };
  return (
    <ScreenContext value={screen}>
      {children}
      <p aria-live="polite" className="sr-only" role="status">
        {said}
      </p>
    </ScreenContext>
  );
}

/** The row of a line in the tray. */
export function lineElement(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-tray] [role=row][data-key="${CSS.escape(id)}"]`);
}

function focusLine(id: string): void {
  const row = lineElement(id);
  row?.scrollIntoView({ block: "nearest" });
  row?.focus({ preventScroll: true });
}
