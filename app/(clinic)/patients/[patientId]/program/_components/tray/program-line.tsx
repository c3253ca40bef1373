"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { Button } from "react-aria-components";
import { StatusBadge, VerdictBadge } from "@/components/clinical/status-badges";
import { FigureThumb } from "@/components/figure/figure-thumb";
import { FieldError } from "@/components/ui/field-error";
import type { Dosage } from "@/lib/clinical/facts";
import type { SignedLine } from "@/lib/clinical/signing";
import { cellState } from "@/lib/draft/cell-state";
import type { Draft } from "@/lib/draft/draft";
import { useBuilderScreen } from "../builder-screen";
import { useUnsavedWords } from "../draft/draft-errors-words";
import { columnsOf, gridOf, placeOf } from "./dosage-columns";
import { cellId, DosageCell } from "./dosage-cell";
import { HeldBack } from "../held-back";
import { LineFindings } from "./line-findings";
import { LineMenu } from "./line-menu";

type Props = {
  line: Draft["lines"][number];
  judged: SignedLine | undefined;
  name: string;
  /** The dosage of the current revision; null where the line is new. */
  before: Dosage | null;
  /** What the phase starts with. */
  usual: Dosage | null;
  hasLoad: boolean;
  /** The first day of the phase, counted from the anchor: its head says it, so its lines need not. */
  phaseOpensOn: number;
};

/** One line of the phase in work: what it is, how much of it, and right under it what the rules say. */
export const ProgramLine = memo(function ProgramLine({
  line,
  judged,
  name,
  before,
  usual,
  hasLoad,
  phaseOpensOn,
}: Props) {
  const t = useTranslations("program.line");
  const held = useTranslations("program.held");
  const { anchor, LineMark } = useBuilderScreen();
  const heldBack = judged?.heldBack ?? null;
  const findings = (judged?.findings ?? []).filter(({ severity }) => !(heldBack && severity === "block"));
  const columns = columnsOf(hasLoad);
  const place = placeOf(hasLoad);
  return (
    <div className="px-3 py-1.5">
      <div className={gridOf(hasLoad)}>
        <Button
          aria-label={t("drag", { name })}
          className="h-6 w-2.5 cursor-grab rounded-3 bg-[radial-gradient(circle,var(--color-edge)_1.1px,transparent_1.4px)] bg-size-[5px_5px] bg-center outline-offset-0 forced-color-adjust-none"
          slot="drag"
        />
        <span className="rounded-6 border border-line bg-inset">
          <FigureThumb code={line.exercise} />
        </span>
        <div className="min-w-0">
          <p className="leading-4.25 font-semibold break-words">{name}</p>
          {LineMark === null ? null : <LineMark line={line} />}
          {heldBack && !(heldBack.until === "day" && heldBack.day <= phaseOpensOn) ? (
            <p className="text-12 text-ink-2">
              <HeldBack anchor={anchor} heldBack={heldBack} isSmall />
            </p>
          ) : null}
        </div>
        <div
          className={`order-last col-span-full grid grid-cols-[repeat(auto-fit,minmax(3.25rem,1fr))] gap-1.25 pt-1.5 @min-[22.5rem]:ps-14 ${place.cells}`}
          role="group"
          aria-label={t("dosage", { name })}
        >
          {columns.map((column) => (
            <DosageCell
              column={column}
              key={column}
              line={line}
              name={name}
              titleClass={place.title}
              state={cellState(column, line.dosage, { before, usual, findings: judged?.findings ?? [] })}
            />
          ))}
        </div>
        <span className="grid place-items-center">
          {judged === undefined ? null : heldBack ? (
            <StatusBadge
              isWordHidden
              shape={heldBack.until === "clearance" ? "requested" : "needs-clearance"}
              word={held(`${heldBack.until}Short`)}
            />
          ) : (
            <VerdictBadge isWordHidden verdict={judged.verdict} />
          )}
        </span>
        <LineMenu id={line.id} name={name} />
      </div>
      <RefusedCells columns={columns} id={line.id} />
      <LineFindings findings={findings} heldBack={heldBack} line={line} name={name} />
    </div>
  );
});

/** The errors of the line's cells, under the line, and of what else of it could not be saved. */
function RefusedCells({ id, columns }: { id: string; columns: ReturnType<typeof columnsOf> }) {
  const t = useTranslations("program.cell");
  const titles = useTranslations("status.dosage");
  const { refused, errors } = useBuilderScreen();
  const unsaved = useUnsavedWords()(errors[id] ?? {});
  const wrong = columns.flatMap((column) => {
    const found = refused.get(cellId(id, column));
    return found ? [{ column, ...found }] : [];
  });
  const words = useProblemWords();
  return (
    <>
      {wrong.map(({ column, typed, problem }) => (
        <div className="mt-1.5 @min-[27rem]:ms-14" key={column}>
          <FieldError id={`${cellId(id, column)}-error`}>
            {t("notSaved", { column: titles(column), typed, problem: words(column, problem) })}
          </FieldError>
        </div>
      ))}
      {unsaved.map((said) => (
        <div className="mt-1.5 @min-[27rem]:ms-14" key={said} role="status">
          <FieldError id={`unsaved-${id}`}>{said}</FieldError>
        </div>
      ))}
    </>
  );
}

function useProblemWords() {
  const t = useTranslations("program.cell");
  const ranges = useTranslations("program.cell.range");
  return (column: ReturnType<typeof columnsOf>[number], problem: string) => {
    if (problem === "setsAndRepsNeeded" || problem === "minutesNeeded") return t(problem);
    return ranges(column);
  };
}
