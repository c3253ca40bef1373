"use client";

import { useLocale, useTranslations } from "next-intl";
import { memo, type RefObject, useEffect, useRef, useState } from "react";
import { GridList, GridListHeader, GridListLoadMoreItem, GridListSection, useDragAndDrop } from "react-aria-components";
import { markFavouriteAction } from "@/app/(clinic)/library/actions";
import { Button } from "@/components/ui/button";
import { daysBetween } from "@/lib/clinical/days";
import type { LibraryRow } from "@/lib/records/library/search-library";
import { useBuilder } from "../builder-context";
import { useBuilderScreen } from "../builder-screen";
import { exerciseDrag } from "../tray/exercise-drag";
import { useAddExercise } from "./library-panel-add";
import { type NotNow, whyNotNow } from "./library-panel-fit";
import { LibraryPanelRow } from "./library-panel-row";

/**
 * Rows that are drawn at once: more are drawn when somebody comes within `ahead` of a screen of them, because every row hears of each turn from
 * mouse to keys, and is painted again with what changes beside it.
 */
const partOf = 12;
const ahead = 0.5;

type Fitted = { row: LibraryRow; notNow: NotNow | null; isInTemplate: boolean };

/** What was found, in two parts: what fits the phase and the patient, and what does not now, with the reason. */
export function LibraryPanelList({
  rows,
  isSlow,
  isOnlyFitting,
  isSearched,
  onShowAll,
}: {
  /** Null: nothing was answered yet. */
  rows: readonly LibraryRow[] | null;
  isSlow: boolean;
  isOnlyFitting: boolean;
  /** Whether words were typed. */
  isSearched: boolean;
  onShowAll: () => void;
}) {
  const t = useTranslations("program.library");
  const { patientId } = useBuilder();
  const found = useFitted(rows ?? []);
  // What was typed has an order of its own; without words the template's exercises of the phase come first.
  const fitted = isSearched ? found : found.toSorted((a, b) => Number(b.isInTemplate) - Number(a.isInTemplate));
  const [fits, others] = [fitted.filter(({ notNow }) => !notNow), fitted.filter(({ notNow }) => notNow)];
  const counts = { fits: fits.length, others: isOnlyFitting ? 0 : others.length };
  const isEmpty = rows !== null && counts.fits + counts.others === 0;
  return (
    <div aria-busy={isSlow} className="relative min-h-0 flex-1 overflow-y-auto">
      <p className="sr-only" role="status">
        {isSlow ? t("searching") : rows === null ? "" : t(patientId === null ? "foundForPhase" : "found", counts)}
      </p>
      {isSlow && rows !== null ? (
        <p aria-hidden="true" className="px-3 pb-1 text-12 text-ink-3">
          {t("searching")}
        </p>
      ) : null}
      {isSlow && rows === null ? <Skeleton /> : null}
      {isEmpty ? (
        <div className="grid justify-items-start gap-2 px-3 py-4">
          <p className="font-semibold">{t("nothing")}</p>
          <p className="text-ink-2">{t("nothingHint")}</p>
          <Button onClick={onShowAll}>{t("showAll")}</Button>
        </div>
      ) : null}
      {rows !== null && !isEmpty ? <FoundRows fits={fits} others={isOnlyFitting ? [] : others} /> : null}
    </div>
  );
}

function useFitted(rows: readonly LibraryRow[]): Fitted[] {
  const { page, phase, patientId, judgedRows, judge, content } = useBuilder();
  const { anchor, today, shiftDays = 0 } = page.situation;
  const start = page.phases.find(({ n }) => n === phase)?.dayStart ?? 0;
  const day = {
    today: patientId === null ? null : daysBetween(anchor, today),
    phase: start + (phase >= 3 ? shiftDays : 0),
  };
  const template = new Set(page.phases.find(({ n }) => n === phase)?.lines.map(({ exercise }) => exercise));
  return judgedRows(rows, { judge, content, phase }).flatMap((row) => {
    const { verdict, heldBack, findings } = row;
    if (verdict === null) return [];
    return [{ row, notNow: whyNotNow({ verdict, heldBack, findings }, day), isInTemplate: template.has(row.code) }];
  });
}

type Acts = Pick<ReturnType<typeof useBuilder>, "learn"> & {
  add: ReturnType<typeof useAddExercise>;
  announce: ReturnType<typeof useBuilderScreen>["announce"];
};

function FoundRows({ fits, others }: { fits: readonly Fitted[]; others: readonly Fitted[] }) {
  const { draft, phase, learn, patientId } = useBuilder();
  const { announce } = useBuilderScreen();
  const add = useAddExercise();
  const acts = useRef<Acts>({ add, learn, announce });
  useEffect(() => {
    acts.current = { add, learn, announce };
  });
  const added = draft.lines.flatMap((line) => (line.phase === phase ? [line.exercise] : []));
  return (
    <FoundList acts={acts} added={added.join(" ")} fits={fits} isForPatient={patientId !== null} others={others} />
  );
}

type FoundListProps = {
  /** Whether they fit a patient too, and not only a phase. */
  isForPatient: boolean;
  fits: readonly Fitted[];
  others: readonly Fitted[];
  /** Codes of the exercises that the phase in work has. */
  added: string;
  acts: RefObject<Acts>;
};

/** Drawn again only when one of the rows changes, not with every change of a dosage. */
const FoundList = memo(
  FoundListOf,
  (a, b) => a.added === b.added && isSame(a.fits, b.fits) && isSame(a.others, b.others),
);

function isSame(a: readonly Fitted[], b: readonly Fitted[]): boolean {
  return a.length === b.length && a.every(({ row }, index) => row === b[index]?.row);
}

function FoundListOf({ fits, others, added: codes, acts, isForPatient }: FoundListProps) {
  const t = useTranslations("program.library");
  const locale = useLocale();
  const [marked, setMarked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const known = new Map([...fits, ...others].map(({ row }) => [row.code, row]));
  const about = [...known.keys()].join(" ");
  const [drawn, setDrawn] = useState({ about, rows: partOf });
  const most = drawn.about === about ? drawn.rows : partOf;
  const added = new Set(codes.split(" "));
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => {
        const row = known.get(String(key));
        return { [exerciseDrag]: String(key), "text/plain": row?.name[locale] ?? String(key) };
      }),
    onDragStart: ({ keys }) => acts.current.learn([...keys].flatMap((key) => known.get(String(key))?.facts ?? [])),
    getAllowedDropOperations: () => ["copy"],
  });

  async function mark({ code, name }: LibraryRow, isFavourite: boolean) {
    setMarked((before) => new Map(before).set(code, isFavourite));
    const result = await markFavouriteAction({ code, isFavourite }).catch(() => null);
    if (result?.status === "done") {
      acts.current.announce(t(isFavourite ? "isFavorite" : "noFavorite", { name: name[locale] }));
      return;
    }
    setMarked((before) => new Map(before).set(code, !isFavourite));
    acts.current.announce(t("notMarked"));
  }

  const rowOf = ({ row, notNow, isInTemplate }: Fitted) => (
    <LibraryPanelRow
      isAdded={added.has(row.code)}
      isInTemplate={isInTemplate}
      key={row.code}
      notNow={notNow}
      onAdd={() => acts.current.add(row.facts)}
      onFavourite={(isFavourite) => void mark(row, isFavourite)}
      row={{ ...row, isFavourite: marked.get(row.code) ?? row.isFavourite }}
    />
  );
  const fitting = t(isForPatient ? "fits" : "fitsThisPhase", { count: fits.length });
  const header = "px-3 pt-1 pb-1.5 text-12 font-semibold text-ink-2";
  return (
    <GridList aria-label={t("title")} className="outline-none" dragAndDropHooks={dragAndDropHooks} selectionMode="none">
      {fits.length > 0 ? (
        <GridListSection aria-label={fitting} id="fits">
          <GridListHeader className={header}>{fitting}</GridListHeader>
          {fits.slice(0, most).map(rowOf)}
        </GridListSection>
      ) : null}
      {others.length > 0 && most > fits.length ? (
        <GridListSection aria-label={t("notNow", { count: others.length })} id="not-now">
          <GridListHeader className={`${header} border-t border-line pt-3`}>
            {t("notNow", { count: others.length })}
          </GridListHeader>
          {others.slice(0, most - fits.length).map(rowOf)}
        </GridListSection>
      ) : null}
      {most < known.size ? (
        <GridListLoadMoreItem onLoadMore={() => setDrawn({ about, rows: most + partOf })} scrollOffset={ahead} />
      ) : null}
    </GridList>
  );
}

/** The shape of rows that are awaited. */
function Skeleton() {
  return (
    <div aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((place) => (
        <div className="flex items-center gap-2.25 border-t border-line px-3 py-1.75" key={place}>
          <span className="h-9 w-10 flex-none rounded-6 bg-sunken" />
          <span className="grid flex-1 gap-1.5">
            <span className="h-3 w-3/4 rounded-3 bg-sunken" />
            <span className="h-2.5 w-1/2 rounded-3 bg-sunken" />
          </span>
        </div>
      ))}
    </div>
  );
}
