"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DropIndicator, GridList, GridListItem, useDragAndDrop } from "react-aria-components";
import type { Draft } from "@/lib/draft/draft";
import { useBuilder } from "../builder-context";
import { exerciseDrag, lineDrag } from "./exercise-drag";
import { useLineActs } from "./use-line-acts";
import { useLineDrops } from "./use-line-drops";

type Line = Draft["lines"][number];

/**
 * The lines of a phase as a list whose rows are dragged, inside it and to other phases, by mouse and by keyboard (Enter on the grip, Tab, Enter).
 * Several selected lines move together.
 */
export function PhaseLines({
  n,
  label,
  lines,
  children,
  drawnWith = [],
  empty,
}: {
  n: number;
  label: string;
  lines: readonly Line[];
  children: (line: Line) => ReactNode;
  /** What the rows are drawn with beside their lines. */
  drawnWith?: readonly unknown[];
  empty: ReactNode;
}) {
  const t = useTranslations("program.said");
  const locale = useLocale();
  const { content, selected, select, change } = useBuilder();
  const drop = useLineDrops();
  const { inWords } = useLineActs();
  const nameOf = ({ exercise }: Line) => content.exercises[exercise]?.name[locale] ?? exercise;
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ [lineDrag]: String(key), "text/plain": inWords([String(key)]) })),
    acceptedDragTypes: [lineDrag, exerciseDrag],
    getDropOperation: (_target, types) => (types.has(lineDrag) ? "move" : "copy"),
    onReorder: ({ keys, target }) => {
      const ids = lines.flatMap(({ id }) => (keys.has(id) ? [id] : []));
      change({ kind: "place", ids, phase: n, before: lineBefore(lines, target) });
    },
    onInsert: ({ items, target }) => void drop(items, n, lineBefore(lines, target)),
    onRootDrop: ({ items }) => void drop(items, n, null),
    renderDragPreview: (items) => (
      <div className="rounded-6 border border-accent bg-raised px-3 py-1.5 text-13 font-semibold text-ink shadow-drag">
        {items.length === 1 ? (items[0]?.["text/plain"] ?? "") : t("several", { count: items.length })}
      </div>
    ),
    renderDropIndicator: (target) => (
      // Takes no room: a list that moves under the pointer would be laid out anew for every row that the drag passes.
      <DropIndicator
        className="relative z-1 h-0 outline-none after:absolute after:inset-x-0 after:-top-0.5 after:h-0.75 data-drop-target:after:bg-accent"
        target={target}
      />
    ),
  });
  return (
    <GridList
      aria-label={label}
      className="outline-none data-drop-target:bg-accent-tint"
      dependencies={drawnWith}
      disallowTypeAhead
      dragAndDropHooks={dragAndDropHooks}
      items={lines}
      keyboardNavigationBehavior="tab"
      onSelectionChange={(keys) => select(keys === "all" ? lines.map(({ id }) => id) : [...keys].map(String))}
      renderEmptyState={() => empty}
      selectedKeys={lines.flatMap(({ id }) => (selected.has(id) ? [id] : []))}
      selectionBehavior="replace"
      selectionMode="multiple"
    >
      {(line) => (
        <GridListItem
          className="border-b border-line -outline-offset-2 scroll-mt-28 xl:scroll-mt-8 data-dragging:opacity-50 data-drop-target:bg-accent-tint data-selected:bg-accent-tint data-selected:shadow-[inset_3px_0_0_var(--color-accent)] forced-colors:data-selected:border-s-4 forced-colors:data-selected:border-s-accent"
          id={line.id}
          textValue={nameOf(line)}
        >
          {children(line)}
        </GridListItem>
      )}
    </GridList>
  );
}

/** The line in front of which a drop lands; null: at the end. */
function lineBefore(
  lines: readonly Line[],
  { key, dropPosition }: { key: string | number; dropPosition: "before" | "after" | "on" },
): string | null {
  const place = lines.findIndex(({ id }) => id === key);
  return lines[dropPosition === "after" ? place + 1 : place]?.id ?? null;
}
