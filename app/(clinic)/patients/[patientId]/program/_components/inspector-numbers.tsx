"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { controlClass } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-error";
import { useErrorWords } from "@/components/ui/form-errors";
import type { LineDosage } from "@/lib/draft/draft";
import { useBuilder } from "./builder-context";
import { type NumberKey, numberShown, readNumber, stepped } from "./inspector-entry";

/**
 * A field for each number of a dosage, in rows of four. Arrow keys step; what cannot be read stays in its field with the reason, and is not taken
 * into the draft.
 */
export function NumberFields({
  scope,
  keys,
  dosage,
  onChange,
}: {
  /** Makes the ids of the fields their own. */
  scope: string;
  keys: readonly NumberKey[];
  dosage: LineDosage;
  onChange: (key: NumberKey, value: number | null) => void;
}) {
  const t = useTranslations("program.inspector");
  const { massUnit } = useBuilder().page;
  const errorWords = useErrorWords();
  const [typed, setTyped] = useState<Partial<Record<NumberKey, string>>>({});
  const forget = (key: NumberKey) => setTyped(({ [key]: _, ...rest }) => rest);
  const problems = keys.flatMap((key) => {
    const text = typed[key];
    const entry = text === undefined ? null : readNumber(key, text, massUnit);
    return entry && "problem" in entry ? [{ key, problem: entry.problem }] : [];
  });
  const labelOf = (key: NumberKey) => t(`field.${key}`, { unit: massUnit });
  return (
    <div className="grid gap-1.5">
      <div className="grid grid-cols-4 items-end gap-2">
        {keys.map((key) => {
          const field = `number-${key}-${scope}`;
          const isBad = problems.some((problem) => problem.key === key);
          return (
            <label className="grid gap-1 text-12 font-medium text-ink-2" htmlFor={field} key={key}>
              {labelOf(key)}
              <input
                aria-describedby={isBad ? `${field}-error` : undefined}
                aria-invalid={isBad || undefined}
                autoComplete="off"
                className={`${controlClass} px-2! text-13`}
                id={field}
                inputMode={key === "loadKg" ? "decimal" : "numeric"}
                onBlur={() => isBad || forget(key)}
                onChange={(event) => {
                  const text = event.target.value;
                  setTyped((before) => ({ ...before, [key]: text }));
                  const entry = readNumber(key, text, massUnit);
                  if ("value" in entry && entry.value !== dosage[key]) onChange(key, entry.value);
                }}
                onKeyDown={(event) => {
                  if (event.key === "Escape" && typed[key] !== undefined) {
                    event.stopPropagation();
                    forget(key);
                  }
                  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
                  event.preventDefault();
                  const value = stepped(key, dosage[key], event.key === "ArrowUp" ? 1 : -1, massUnit);
                  if (value === null) return;
                  forget(key);
                  onChange(key, value);
                }}
                value={typed[key] ?? numberShown(key, dosage[key], massUnit)}
              />
            </label>
          );
        })}
      </div>
      {problems.map(({ key, problem }) => (
        <div key={key}>
          <FieldError id={`number-${key}-${scope}-error`}>
            {t("refused", { field: labelOf(key), problem: errorWords(problem) })}
          </FieldError>
        </div>
      ))}
    </div>
  );
}
