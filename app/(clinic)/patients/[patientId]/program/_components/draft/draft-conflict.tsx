"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { LineConflict, MergeChoices } from "@/lib/draft/merge-drafts";
import type { LineField, MergeSide } from "@/lib/draft/merge-line";
import type { DraftLine } from "@/lib/schemas/program";
import type { DraftDispute } from "./draft-snapshot";
import { useDraftValues } from "./draft-values";

type Row = { id: string; name: string; before: Value[]; mine: Value[]; theirs: Value[] };
type Value = { field: LineField | "start"; words: string };

/**
 * Two people changed the same values: what both read, and what each made of it, line by line. Nothing is chosen beforehand, nothing is saved until
 * each line is; everything else of both is together already.
 */
export function DraftConflict({
  conflict,
  nameOf,
  onSettle,
}: {
  conflict: DraftDispute;
  /** The name of an exercise in the reader's language. */
  nameOf: (exercise: string) => string;
  onSettle: (choices: MergeChoices) => void;
  close?: () => void;
}) {
  const t = useTranslations("program.conflict");
  const [choices, setChoices] = useState<MergeChoices>({});
  const rows = useRows(conflict, nameOf);
  const by = conflict.by;
  const left = rows.filter(({ id }) => choices[id] === undefined).length;
  const all = (side: MergeSide) => setChoices(Object.fromEntries(rows.map(({ id }) => [id, side])));
  return (
    <Notice
      actions={
        <>
          <Button aria-disabled={left > 0} onClick={() => (left > 0 ? undefined : onSettle(choices))} variant="primary">
            {left > 0 ? t("left", { count: left }) : t("save")}
          </Button>
          <Button onClick={() => all("mine")}>{t("allMine")}</Button>
          <Button onClick={() => all("theirs")}>{t("allTheirs", { name: by })}</Button>
        </>
      }
      isLive
      title={t("title", { name: by, count: rows.length })}
      tone="warn"
    >
      {t("rest")}
      <div className="mt-2 grid max-h-[45vh] gap-3 overflow-y-auto">
        {rows.map((row) => (
          <fieldset className="min-w-0 border-t border-line pt-2" key={row.id}>
            <legend className="float-left w-full pb-1 font-semibold">{row.name}</legend>
            <div className="clear-both grid items-start gap-2 text-13 sm:grid-cols-3">
              <div className="grid gap-0.5 px-2.5 py-1.5 text-ink-2">
                <span className="text-12 text-ink-3">{t("before")}</span>
                <Values values={row.before} />
              </div>
              {(["mine", "theirs"] as const).map((side) => (
                <label
                  className="grid min-h-11 cursor-pointer grid-cols-[auto_minmax(0,1fr)] items-start gap-x-2 rounded-6 border border-edge bg-surface px-2.5 py-1.5 has-checked:border-accent has-checked:bg-accent-tint has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
                  key={side}
                >
                  <input
                    checked={choices[row.id] === side}
                    className="mt-0.5 size-4 accent-accent outline-none"
                    name={`choice-${row.id}`}
                    onChange={() => setChoices((before) => ({ ...before, [row.id]: side }))}
                    type="radio"
                    value={side}
                  />
                  <span className="grid gap-0.5">
                    <span className="text-12 text-ink-3">{side === "mine" ? t("mine") : by}</span>
                    <Values values={row[side]} />
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </Notice>
  );
}

function Values({ values }: { values: readonly Value[] }) {
  const t = useTranslations("program.conflict");
  return values.map(({ field, words }) => (
    <span className="break-words" key={field}>
      {field === "line" ? null : `${t(`field.${field}`)}: `}
      <span className="font-semibold">{words}</span>
    </span>
  ));
}

function useRows({ conflicts, start }: DraftDispute, nameOf: (exercise: string) => string): Row[] {
  const t = useTranslations("program.conflict");
  const valueOf = useDraftValues(nameOf);
  const valuesOf = (line: DraftLine | null, { fields, base }: LineConflict): Value[] => {
    if (line === null) return [{ field: "line", words: base === null ? t("absent") : t("removed") }];
    return fields.map((field) => ({ field, words: valueOf(line, field) }));
  };
  const rows = conflicts.map((conflict): Row => {
    const { id, base, mine, theirs } = conflict;
    const before = base === null ? [{ field: "line" as const, words: t("absent") }] : valuesOf(base, conflict);
    const name = nameOf((base ?? mine ?? theirs)?.exercise ?? "");
    return { id, name, before, mine: valuesOf(mine, conflict), theirs: valuesOf(theirs, conflict) };
  });
  if (start === null) return rows;
  const phase = (n: number): Value[] => [{ field: "start", words: String(n) }];
  const { base, mine, theirs } = start;
  return [{ id: "start", name: t("program"), before: phase(base), mine: phase(mine), theirs: phase(theirs) }, ...rows];
}
