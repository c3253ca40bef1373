"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { useDosageWords } from "@/components/clinical/dosage-cells";
import type { CellState } from "@/lib/draft/cell-state";
import type { Draft, LineDosage } from "@/lib/draft/draft";
import { type EntryColumn, keysOf, readEntry, steppedEntry } from "@/lib/draft/dosage-entry";
import { useBuilderScreen } from "../builder-screen";

type Line = Draft["lines"][number];

const looks: Record<CellState, string> = {
  plain: "border-line bg-surface font-medium",
  changed: "border-accent bg-accent-tint font-title",
  over: "border-care-ink bg-care-tint font-medium",
  "not-signable": "border-stop-mark bg-surface font-medium text-stop-ink",
};

/** Names a cell of a line: its error has this id and `-error`. */
export function cellId(id: string, column: EntryColumn): string {
  return `cell-${id}-${column}`;
}

/**
 * One value of a line. Arrows step it, typing replaces it, Enter goes to the line below, Escape restores what stood there and, where nothing was
 * typed, goes back to the line. What it cannot be stays in the cell with its error, and is not saved.
 */
export function DosageCell({
  line,
  column,
  name,
  state,
  titleClass,
}: {
  line: Line;
  column: EntryColumn;
  name: string;
  state: CellState;
  /** Hides the column's title where it stands above all lines. */
  titleClass: string;
}) {
  const t = useTranslations("program.cell");
  const titles = useTranslations("status.dosage");
  const words = useDosageWords();
  const { change, touch, refused, refuse, announce } = useBuilderScreen();
  const id = cellId(line.id, column);
  const wrong = refused.get(id);
  const [typed, setTyped] = useState<string | null>(null);
  const [first, setFirst] = useState<LineDosage>(line.dosage);
  const shown = words(column, line.dosage) ?? "";
  const look = shown === "" && typed === null ? "border-dashed border-line bg-transparent" : looks[state];

  function dose(dosage: Partial<LineDosage>): boolean {
    return change({ kind: "dose", ids: [line.id], dosage }, id);
  }

  /** What stood here when the cell got the focus: half of a refused text must not stay in the draft. */
  function restore() {
    dose(Object.fromEntries(keysOf[column].map((key) => [key, first[key] ?? null])));
  }

  function type(text: string) {
    setTyped(text);
    const entry = readEntry(column, text, first);
    if ("problem" in entry) {
      refuse(id, { line: line.id, typed: text, problem: entry.problem });
      restore();
    } else {
      refuse(id, null);
      dose(entry.dosage);
    }
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    const { key, shiftKey, altKey, ctrlKey, metaKey, currentTarget } = event;
    if (altKey || ctrlKey || metaKey) return;
    if (key === "ArrowUp" || key === "ArrowDown") {
      event.preventDefault();
      const by = (key === "ArrowUp" ? 1 : -1) * (shiftKey ? 5 : 1);
      const next = steppedEntry(column, line.dosage, by, partAt(currentTarget));
      if (next === null) return;
      setTyped(null);
      refuse(id, null);
      const said = words(column, { ...line.dosage, ...next }) ?? "";
      // Placing the caret lays out whatever has changed: set now, it is this value alone; set by React, all that the key brings, twice.
      if (dose(next)) currentTarget.value = said;
      announce(said);
    } else if (key === "Enter") {
      event.preventDefault();
      (cellBeside(currentTarget, shiftKey ? -1 : 1) ?? rowOf(currentTarget))?.focus();
    } else if (key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (typed === null && !wrong) {
        rowOf(currentTarget)?.focus();
        return;
      }
      setTyped(null);
      refuse(id, null);
      restore();
    }
  }

  return (
    <div className="grid gap-0.5">
      <span aria-hidden="true" className={`text-center text-12 text-ink-3 ${titleClass}`}>
        {titles(column)}
      </span>
      <input
        aria-describedby={wrong ? `${id}-error` : state === "plain" ? undefined : `state-${state}`}
        aria-invalid={wrong ? true : undefined}
        aria-label={t("name", { column: titles(column), name })}
        autoComplete="off"
        className={`h-7 w-full min-w-0 rounded-3 border px-0 text-center whitespace-nowrap aria-invalid:border-2 aria-invalid:border-stop-mark aria-invalid:bg-surface aria-invalid:text-stop-ink ${look}`}
        data-column={column}
        id={id}
        inputMode={column === "load" ? "decimal" : "text"}
        maxLength={12}
        onBlur={() => setTyped(null)}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => {
          setFirst(line.dosage);
          event.target.select();
          touch(line.id);
        }}
        onKeyDown={press}
        placeholder="–"
        title={state === "plain" ? undefined : t(`state.${state}`)}
        value={wrong?.typed ?? typed ?? shown}
      />
    </div>
  );
}

/** Which number of "2 × 8" the caret stands in; with all of it selected, the repetitions. */
function partAt({ value, selectionStart, selectionEnd }: HTMLInputElement): "sets" | "reps" {
  const cross = value.search(/[x×*]/iu);
  const isAll = selectionStart === 0 && selectionEnd === value.length;
  return cross > 0 && !isAll && (selectionStart ?? 0) <= cross ? "sets" : "reps";
}

/** The line, where the builder's keys work again. */
function rowOf(cell: HTMLInputElement): HTMLElement | null {
  return cell.closest<HTMLElement>("[role=row]");
}

/** The same column in the line above or below. */
function cellBeside(cell: HTMLInputElement, by: 1 | -1): HTMLInputElement | undefined {
  const grid = cell.closest("[role=grid]");
  const cells = [
    ...(grid?.querySelectorAll<HTMLInputElement>(`input[data-column="${cell.dataset["column"] ?? ""}"]`) ?? []),
  ];
  return cells[cells.indexOf(cell) + by];
}
