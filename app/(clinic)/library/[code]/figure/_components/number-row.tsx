"use client";

import { useState } from "react";
import { controlClass, FieldNotes } from "@/components/ui/field";
import { fieldId } from "@/components/ui/field-id";
import { useErrorWords } from "@/components/ui/form-errors";

/** Farther than this (degrees, cm, s) no number of a figure goes. */
const farthest = 400;

/** A number with its slider: the slider keeps to its range, the field takes what is typed and lets the checks judge it. */
export function NumberRow({
  name,
  label,
  unit,
  value,
  low,
  high,
  step,
  error,
  onChange,
}: {
  name: string;
  label: string;
  /** Stands behind the label: the unit, or the range in it. */
  unit: string;
  value: number;
  low: number;
  high: number;
  step: number;
  error?: string | undefined;
  onChange: (value: number) => void;
}) {
  const words = useErrorWords();
  const [typed, setTyped] = useState<{ text: string; value: number } | null>(null);
  // What was typed stands until the number is changed elsewhere: by the slider, by undo.
  const isTyping = typed !== null && typed.value === value;
  const text = isTyping ? typed.text : String(value);
  const unread = isTyping && numberOf(text) === null ? words("numberNeeded") : undefined;
  const wrong = unread ?? error;
  const id = fieldId(name);
  const labelId = `${id}-label`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_5.5rem] items-center gap-x-3 gap-y-0.5 sm:grid-cols-[15rem_minmax(0,1fr)_5.5rem]">
      <label className="max-sm:col-span-2" htmlFor={id} id={labelId}>
        {label} <span className="text-12 whitespace-nowrap text-ink-3">({unit})</span>
      </label>
      <input
        aria-labelledby={labelId}
        className="min-h-6 w-full accent-accent roomy:min-h-11"
        max={high}
        min={low}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        step={step}
        type="range"
        value={value}
      />
      <input
        aria-describedby={wrong === undefined ? undefined : `${id}-error`}
        aria-invalid={wrong === undefined ? undefined : true}
        autoComplete="off"
        className={`${controlClass} tabular-nums`}
        id={id}
        inputMode="decimal"
        name={name}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          const read = numberOf(event.target.value);
          setTyped({ text: event.target.value, value: read ?? value });
          if (read !== null && read !== value) onChange(read);
        }}
        type="text"
        value={text}
      />
      <div className="col-span-full">
        <FieldNotes field={{ name, label, error: wrong }} />
      </div>
    </div>
  );
}

/** A number with a point or a comma, to one decimal; null for anything else. */
function numberOf(typed: string): number | null {
  const text = typed.trim().replace("−", "-").replace(",", ".");
  const value = Math.round(Number(text) * 10) / 10;
  return text === "" || !Number.isFinite(value) || Math.abs(value) > farthest ? null : value;
}
