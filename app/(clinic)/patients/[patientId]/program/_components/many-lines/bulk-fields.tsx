"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { WeekdayButtons } from "@/components/clinical/weekday-buttons";
import { controlClass } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-error";
import { useErrorWords } from "@/components/ui/form-errors";
import { Select } from "@/components/ui/select";
import { sides } from "@/lib/clinical/facts";
import type { LineDosage } from "@/lib/draft/draft";
import { useBuilder } from "../builder-context";
import { type BulkEdit, raisable, type RaisableKey } from "./bulk-dosage";
import { type NumberKey, readNumber } from "../inspector/inspector-entry";
import { weekdaysChosen } from "../inspector/weekday-choice";

const keys = [
  ...["durationMin", "sets", "reps", "holdSec", "restSec", "loadKg", "perDay", "perWeek", "rpeMax"],
] as const satisfies readonly NumberKey[];

type Typed = {
  numbers: Partial<Record<NumberKey, string>>;
  raised: ReadonlySet<NumberKey>;
  days: number[];
  side: NonNullable<LineDosage["side"]> | null;
};

export const emptyEdit: BulkEdit = { set: {}, raise: {} };

/** One field per key; what is left empty is left as it is. Minutes, sets and repetitions may be raised instead of set. */
export function BulkFields({ onChange }: { onChange: (edit: BulkEdit, areReadable: boolean) => void }) {
  const t = useTranslations("program.bulk");
  const field = useTranslations("program.inspector");
  const sideWords = useTranslations("status.dosage.sides");
  const errorWords = useErrorWords();
  const { massUnit } = useBuilder().page;
  const [typed, setTyped] = useState<Typed>({ numbers: {}, raised: new Set(), days: [], side: null });
  const problemOf = (key: NumberKey, all: Typed) => {
    const entry = readNumber(key, all.numbers[key] ?? "", massUnit);
    return "problem" in entry ? entry.problem : null;
  };
  const update = (next: Typed) => {
    setTyped(next);
    onChange(
      editOf(next, massUnit),
      keys.every((key) => problemOf(key, next) === null),
    );
  };
  const problems = keys.flatMap((key) => {
    const problem = problemOf(key, typed);
    return problem === null ? [] : [{ key, problem }];
  });
  return (
    <div className="grid gap-2.5">
      <div className="grid grid-cols-[repeat(auto-fill,minmax(8.5rem,1fr))] items-end gap-x-3 gap-y-2">
        {keys.map((key) => {
          const label = field(`field.${key}`, { unit: massUnit });
          const isBad = problems.some((problem) => problem.key === key);
          return (
            <div className="grid gap-1" key={key}>
              <label className="text-12 font-medium text-ink-2" htmlFor={`bulk-${key}`}>
                {label}
              </label>
              <div className="flex gap-1">
                {raisable.some((other) => other === key) ? (
                  <select
                    aria-label={t("how", { field: label })}
                    className={`${controlClass} w-auto! px-1! text-12`}
                    onChange={(event) => {
                      const raised = new Set(typed.raised);
                      if (event.target.value === "raise") raised.add(key);
                      else raised.delete(key);
                      update({ ...typed, raised });
                    }}
                    value={typed.raised.has(key) ? "raise" : "set"}
                  >
                    <option value="set">{t("set")}</option>
                    <option value="raise">{t("raise")}</option>
                  </select>
                ) : null}
                <input
                  aria-describedby={isBad ? `bulk-${key}-error` : undefined}
                  aria-invalid={isBad || undefined}
                  autoComplete="off"
                  className={`${controlClass} min-w-12 px-2!`}
                  id={`bulk-${key}`}
                  inputMode={key === "loadKg" ? "decimal" : "numeric"}
                  onChange={(event) => update({ ...typed, numbers: { ...typed.numbers, [key]: event.target.value } })}
                  value={typed.numbers[key] ?? ""}
                />
              </div>
            </div>
          );
        })}
      </div>
      {problems.map(({ key, problem }) => (
        <div key={key}>
          <FieldError id={`bulk-${key}-error`}>
            {field("refused", { field: field(`field.${key}`, { unit: massUnit }), problem: errorWords(problem) })}
          </FieldError>
        </div>
      ))}
      <div className="grid gap-3 sm:grid-cols-2">
        <div className="grid content-start gap-1">
          <span className="text-12 font-medium text-ink-2">{field("weekdays")}</span>
          <WeekdayButtons
            days={typed.days}
            label={field("weekdays")}
            onChange={(days) => update({ ...typed, days, numbers: withoutWeek(typed.numbers) })}
          />
        </div>
        <Select
          choices={sides.map((side) => ({ value: side, label: sideWords(side) }))}
          emptyLabel={t("asItIs")}
          label={field("side")}
          name="bulk-side"
          onChange={(event) => update({ ...typed, side: sides.find((side) => side === event.target.value) ?? null })}
          value={typed.side ?? ""}
        />
      </div>
    </div>
  );
}

/** Chosen days say how many times a week. */
function withoutWeek({ perWeek: _, ...numbers }: Typed["numbers"]): Typed["numbers"] {
  return numbers;
}

function editOf({ numbers, raised, days, side }: Typed, massUnit: "kg" | "lb"): BulkEdit {
  const set: Partial<LineDosage> = { ...(days.length > 0 ? weekdaysChosen(days) : {}), ...(side ? { side } : {}) };
  const raise: Partial<Record<RaisableKey, number>> = {};
  for (const key of keys) {
    const entry = readNumber(key, numbers[key] ?? "", massUnit);
    if ("problem" in entry || entry.value === null) continue;
    const rising = raisable.find((other) => other === key && raised.has(key));
    if (rising) raise[rising] = entry.value;
    else set[key] = entry.value;
  }
  return { set, raise };
}
