"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { controlClass } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-error";
import { useErrorWords } from "@/components/ui/form-errors";
import type { LineDosage } from "@/lib/draft/draft";
import { useBuilder } from "../builder-context";
import { useBuilderScreen } from "../builder-screen";
import { type NumberKey, numberShown, readNumber, stepped } from "./inspector-entry";

/**
 * A field for each number of a line's dosage, in rows of four. Arrow keys step; what cannot be read stays in its field with the reason, and no part
 * of it is taken into the draft.
 */
export function NumberFields({
  line,
  keys,
  dosage,
  onChange,
}: {
  /** The id of the line. */
  line: string;
  keys: readonly NumberKey[];
  dosage: LineDosage;
  onChange: (key: NumberKey, part: Partial<LineDosage>) => void;
}) {
  const t = useTranslations("program.inspector");
  const { massUnit } = useBuilder().page;
  const errorWords = useErrorWords();
  const { refused, refuse } = useBuilderScreen();
  const [typed, setTyped] = useState<Partial<Record<NumberKey, string>>>({});
  const [first, setFirst] = useState(dosage);
  const idOf = (key: NumberKey) => `number-${key}-${line}`;
  const problems = keys.flatMap((key) => {
    const found = refused.get(idOf(key));
    return found ? [{ key, ...found }] : [];
  });
  const standing = (key: NumberKey) => (key === "perWeek" ? pick(first, ["perWeek", "weekdays"]) : pick(first, [key]));

  function type(key: NumberKey, text: string) {
    setTyped((before) => ({ ...before, [key]: text }));
    const entry = readNumber(key, text, massUnit);
    refuse(idOf(key), "problem" in entry ? { line, typed: text, problem: entry.problem } : null);
    // Half of a refused text must not stay in the draft.
    if ("problem" in entry) onChange(key, standing(key));
    else if (entry.value !== dosage[key]) onChange(key, { [key]: entry.value });
  }

  function forget(key: NumberKey) {
    setTyped(({ [key]: _, ...rest }) => rest);
    refuse(idOf(key), null);
  }

  function step(key: NumberKey, by: 1 | -1) {
    const value = stepped(key, dosage[key], by, massUnit);
    if (value === null) return;
    forget(key);
    onChange(key, { [key]: value });
  }

  const labelOf = (key: NumberKey) => t(`field.${key}`, { unit: massUnit });
  return (
    <div className="grid gap-1.5">
      <div className="grid grid-cols-4 items-end gap-2">
        {keys.map((key) => {
          const field = idOf(key);
          const wrong = refused.get(field);
          return (
            <label className="grid gap-1 text-12 font-medium text-ink-2" htmlFor={field} key={key}>
              {labelOf(key)}
              <input
                aria-describedby={wrong ? `${field}-error` : undefined}
                aria-invalid={wrong ? true : undefined}
                autoComplete="off"
                className={`${controlClass} px-2! text-13`}
                id={field}
                inputMode={key === "loadKg" ? "decimal" : "numeric"}
                maxLength={12}
                onBlur={() => (wrong ? undefined : forget(key))}
                onChange={(event) => type(key, event.target.value)}
                onFocus={() => setFirst(dosage)}
                onKeyDown={(event) => {
                  if (event.key === "Escape" && (wrong || typed[key] !== undefined)) {
                    event.stopPropagation();
                    forget(key);
                    onChange(key, standing(key));
                  }
                  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
                  event.preventDefault();
                  step(key, event.key === "ArrowUp" ? 1 : -1);
                }}
                value={wrong?.typed ?? typed[key] ?? numberShown(key, dosage[key], massUnit)}
              />
            </label>
          );
        })}
      </div>
      {problems.map(({ key, problem }) => (
        <div key={key}>
          <FieldError id={`${idOf(key)}-error`}>
            {t("refused", { field: labelOf(key), problem: errorWords(problem) })}
          </FieldError>
        </div>
      ))}
    </div>
  );
}

function pick(dosage: LineDosage, keys: readonly (keyof LineDosage)[]): Partial<LineDosage> {
  return Object.fromEntries(keys.map((key) => [key, dosage[key] ?? null]));
}
