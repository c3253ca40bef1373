"use client";

import { useLocale, useTranslations } from "next-intl";
import { memo, type ReactNode, type RefObject } from "react";
import { DropIndicator, GridList, GridListItem, useDragAndDrop } from "react-aria-components";
import type { Draft } from "@/lib/draft/draft";
import { useBuilder } from "../builder-context";
import { exerciseDrag, lineDrag } from "./exercise-drag";
import { useLatest } from "./use-latest";
import { useLineActs } from "./use-line-acts";
import { type LineDrops, useLineDrops } from "./use-line-drops";

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
  empty,
}: {
  n: number;
  label: string;
  lines: readonly Line[];
  /** What stands in a line's row; it reads the line itself, so that a key in a cell draws its own row and not the list. */
  children: (id: string) => ReactNode;
  empty: ReactNode;
}) {
  const locale = useLocale();
  const { content, selected, select, change } = useBuilder();
  const drop = useLineDrops();
  const { inWords } = useLineActs();
  const acts = useLatest({ drop, inWords, select, change });
  const names = lines.map(({ exercise }) => content.exercises[exercise]?.name[locale] ?? exercise);
  return (
    <LineList
      acts={acts}
      empty={empty}
      ids={lines.map(({ id }) => id).join("\n")}
      label={label}
      n={n}
      names={names.join("\n")}
      selected={lines.flatMap(({ id }) => (selected.has(id) ? [id] : [])).join("\n")}
    >
      {children}
    </LineList>
  );
}

type Acts = Pick<ReturnType<typeof useLineActs>, "inWords"> &
  Pick<ReturnType<typeof useBuilder>, "select" | "change"> & { drop: LineDrops };

/** What it lists comes as text, one in a line: the same text is the same list, and nothing is drawn. */
const LineList = memo(function LineList({
  n,
  label,
  ids,
  names,
  selected,
  acts,
  children,
  empty,
}: {
  n: number;
  label: string;
  ids: string;
  names: string;
  selected: string;
  acts: RefObject<Acts>;
  children: (id: string) => ReactNode;
  empty: ReactNode;
}) {
  const t = useTranslations("program.said");
  const named = listOf(names);
  const rows = listOf(ids).map((id, index) => ({ id, name: named[index] ?? "" }));
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({ [lineDrag]: String(key), "text/plain": acts.current.inWords([String(key)]) })),
    acceptedDragTypes: [lineDrag, exerciseDrag],
    getDropOperation: (_target, types) => (types.has(lineDrag) ? "move" : "copy"),
    onReorder: ({ keys, target }) => {
      const moved = rows.flatMap(({ id }) => (keys.has(id) ? [id] : []));
      acts.current.change({ kind: "place", ids: moved, phase: n, before: lineBefore(rows, target) });
    },
    onInsert: ({ items, target }) => void acts.current.drop(items, n, lineBefore(rows, target)),
    onRootDrop: ({ items }) => void acts.current.drop(items, n, null),
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
      dependencies={[children]}
      disallowTypeAhead
      dragAndDropHooks={dragAndDropHooks}
      items={rows}
      keyboardNavigationBehavior="tab"
      onSelectionChange={(keys) =>
        acts.current.select(keys === "all" ? rows.map(({ id }) => id) : [...keys].map(String))
      }
      renderEmptyState={() => empty}
      selectedKeys={listOf(selected)}
      selectionBehavior="replace"
      selectionMode="multiple"
    >
      {({ id, name }) => (
        <GridListItem
          className="border-b border-line -outline-offset-2 contain-content scroll-mt-28 xl:scroll-mt-8 data-dragging:opacity-50 data-drop-target:bg-accent-tint data-selected:bg-accent-tint data-selected:shadow-[inset_3px_0_0_var(--color-accent)] forced-colors:data-selected:border-s-4 forced-colors:data-selected:border-s-accent"
          id={id}
          textValue={name}
        >
          {children(id)}
        </GridListItem>
      )}
    </GridList>
  );
});

/** The line of a row; none in the moment in which it goes. */
export function useLineOf(id: string): Line | undefined {
  return useBuilder().draft.lines.find((line) => line.id === id);
}

const listOf = (text: string): string[] => (text === "" ? [] : text.split("\n"));

/** The line in front of which a drop lands; null: at the end. */
function lineBefore(
  lines: readonly { id: string }[],
  { key, dropPosition }: { key: string | number; dropPosition: "before" | "after" | "on" },
): string | null {
  const place = lines.findIndex(({ id }) => id === key);
  return lines[dropPosition === "after" ? place + 1 : place]?.id ?? null;
}
